"""Solving one independent part: a first plan, better ones, and a bound, in that order."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from politikontakt.core.planner.solve.faces import Faces, Node
from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.improve import settle, shake
from politikontakt.core.planner.solve.master import Rows
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.prices import Prices
from politikontakt.core.planner.solve.proof import least_possible, level_of, settle_layers, settle_moves
from politikontakt.core.planner.solve.restricted import Chosen, Effort, state_of, whole
from politikontakt.core.planner.solve.state import Charged, Outside, State
from politikontakt.core.planner.stopping import Stop


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to go on, counted in rounds and steps, never in seconds."""

    shakes: int = 500
    rounds: int = 80
    cuts: int = 60
    cut_rounds: int = 8
    nodes: int = 30
    steps: int = 400
    choices_per_item: int = 20
    enough: float = 0.002
    """The gap at which a part is done."""


class Part:
    """The search in one part: the best plan so far, and the bound so far, in points."""

    def __init__(self, state: State, limits: Limits, stop: Stop, tell: Callable[[], None] = lambda: None) -> None:
        self.best = state
        self.limits = limits
        self.stop = stop
        self.charged = Charged()
        self.bound = 0.0
        """In points, as `points` counts them."""
        self.layers_proven = least_possible(state) == (state.short, state.unplaced)
        self.moves_proven = False
        """In a replan: nothing less can be moved with as little short and unplaced."""
        self._tell = tell

    @property
    def points(self) -> float:
        """Points of the best plan; of the balance what this part pays for."""
        return (self.best.points - self.best.balance() + self.best.balance_of(self.charged)) / self.best.instance.scale

    @property
    def proven(self) -> float:
        """The bound, rounded down by more than the arithmetic can be wrong."""
        return self.bound - 1e-6

    @property
    def floor(self) -> float:
        """Points can't be fewer, whatever the plan: below 0 only where the part earns its least and pays no most."""
        instance, charged = self.best.instance, self.charged
        evenings = instance.weight_evening * instance.days
        minutes = instance.weight_minute * (sum(instance.minutes) + sum(self.best.busy_minutes))
        earned = evenings if charged.least_evenings and not charged.most_evenings else 0
        earned += minutes if charged.least_minutes and not charged.most_minutes else 0
        return -earned / instance.scale

    @property
    def done(self) -> bool:
        """Whether the plan is proven good enough."""
        return self.points - self.bound <= self.limits.enough * self.points

    def improve(self, seed: int) -> None:
        """Improve by search; only as far as the limits go."""
        settle(self.best, self.stop)
        shake(self.best, rounds=self.limits.shakes, seed=seed, stop=self.stop)
        self._tell()

    def prove(self, outside: Outside, charged: Charged) -> None:
        """Look for a bound and for better plans, beside what other parts have."""
        self.best.look_outside(outside)
        self.charged = charged
        self.bound = self.floor
        if self.best.instance.items and not self.stop():
            self._prove()

    def _prove(self) -> None:
        """Generate columns and decide the faces."""
        instance = self.best.instance
        pool = Pool(State(instance, self.best.outside))
        self.best, self.layers_proven = settle_layers(self.best, pool, self.stop)
        if any(item.old is not None for item in instance.items):
            self.best, self.moves_proven = settle_moves(self.best, pool, self.stop)
        rows = Rows(pool, level_of(self.best), penalty=self.points + 1, charged=self.charged)
        self.generation = Generation(rows)
        self.generation.start()
        self.generation.add_plan(self.best)
        self.faces = Faces(self.generation)
        root = self._root()
        if root is not None:
            self._branch(root)

    def _root(self) -> Node | None:
        generation, limits = self.generation, self.limits
        for _ in range(limits.cut_rounds):
            generation.converge(limits.rounds, self.stop)
            self._raise(generation.bound)
            if self.stop() or not generation.cut(limits.cuts):
                break
        return self.faces.look({}, generation.bound, self.stop)

    def _raise(self, bound: float) -> None:
        """Note a bound of the master program."""
        if np.isfinite(bound):
            self.bound = max(self.bound, bound + self.generation.rows.constant)
            self._tell()

    def _branch(self, root: Node) -> None:
        """First straight down to where all faces are decided, then always on at the lowest bound."""
        self._dive(root)
        for _ in range(self.limits.nodes):
            self._raise(self.faces.bound(self._most))
            node = None if self.done or self.stop() else self.faces.next(self._most)
            if node is None:
                break
            self._dive(node, once=True)
        self._raise(self.faces.bound(self._most))

    @property
    def _most(self) -> float:
        """The best plan's points as the master program counts them."""
        return self.points - self.generation.rows.constant

    def _dive(self, node: Node, *, once: bool = False) -> None:
        while node.fractional is not None:
            children = self.faces.children(node, self._most, self.stop)
            for child in children[0 if once else 1 :]:
                self._keep(child)
            if once or not children:
                return
            node = children[0]
        self._keep(node)

    def _keep(self, node: Node) -> None:
        """Keep a node; where all faces are decided, after a look for its best plan."""
        worth = node.fractional is None and node.value < self._most - 1e-6 and not self.stop()
        self.faces.add(replace(node, bound=max(node.bound, self._make_whole(node))) if worth else node)

    def _make_whole(self, node: Node) -> float:
        """Look for a plan with the node's faces. No plan with them that is better than the best has fewer points."""
        most = self._most
        if self.faces.look(node.faces, node.bound, self.stop) is None:
            return node.bound
        candidates, all_of_them = self._candidates(most - self.generation.value)
        if all_of_them and self.generation.lay_out_within(most - self.generation.value):
            candidates, all_of_them = self._candidates(most - self.generation.value)
        else:
            all_of_them = False
        bounds = {column: (value, value) for column, value in node.faces.items()}
        bounds |= dict.fromkeys(self.generation.rows.left_out, (0.0, 0.0))
        chosen, bound = whole(self.generation, candidates, bounds, Effort(self.limits.steps, self.stop))
        if chosen is not None:
            self._take(chosen)
        return min(most, bound) if all_of_them else node.bound

    def _candidates(self, gap: float) -> tuple[Chosen, bool]:
        """The sets that cost least above the program's prices, so many for each item; whether it is all within `gap`.

        What costs more than the gap by itself is in no better plan.
        """
        generation = self.generation
        prices = Prices(generation.rows, generation.duals)
        reduced = [generation.reduced(prices, contact) for contact in range(len(self.best.instance.contacts))]
        every = np.concatenate(reduced)
        most = self.limits.choices_per_item * len(self.best.instance.items)
        dearest = np.partition(every, most)[most] if most < len(every) else np.inf
        which = [np.nonzero(each <= min(gap, dearest) + 1e-6)[0] for each in reduced]
        contact = np.concatenate([np.full(len(each), number) for number, each in enumerate(which)])
        return Chosen(contact, np.concatenate(which)), bool(gap <= dearest)

    def _take(self, chosen: Chosen) -> None:
        """Make the choice a plan; keep it if it is better."""
        found = state_of(self.best.instance, self.generation.pool, chosen, self.best)
        settle(found, self.stop)
        if found.quality < self.best.quality:
            self.best = found
            self._tell()
