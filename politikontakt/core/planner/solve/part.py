"""Solving one independent part: a first plan, better ones, and a bound, in that order."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from politikontakt.core.planner.solve.faces import Faces, Node
from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.improve import settle, shake
from politikontakt.core.planner.solve.instance import Instance, Option
from politikontakt.core.planner.solve.master import Level, Prices, Rows
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.restricted import Chosen, Effort, whole
from politikontakt.core.planner.solve.state import State

Stop = Callable[[], bool]


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
    enough: float = 0.003
    """The gap at which a part is done."""


class Part:
    """The search in one part: the best plan so far, and the bound so far, in points."""

    def __init__(
        self, state: State, limits: Limits, stop: Stop, tell: Callable[["Part"], None] = lambda _: None
    ) -> None:
        self.best = state
        self.limits = limits
        self.stop = stop
        self.bound = 0.0
        self._tell = tell

    @property
    def points(self) -> float:
        """Points of the best plan."""
        return self.best.points / self.best.instance.scale

    @property
    def done(self) -> bool:
        """Whether the plan is proven good enough."""
        return self.points - self.bound <= self.limits.enough * self.points

    def solve(self, seed: int) -> None:
        """Improve, generate, decide the faces; each only as far as the limits go."""
        settle(self.best, self.stop)
        shake(self.best, rounds=self.limits.shakes, seed=seed, stop=self.stop)
        self._tell(self)
        if self.best.instance.items and not self.stop():
            self._prove()

    def _prove(self) -> None:
        instance = self.best.instance
        pool = Pool(State(instance, self.best.outside))
        level = Level(self.best.short, self.best.unplaced / instance.wish_scale)
        rows = Rows(pool, level, penalty=self.points + 1)
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
            self._tell(self)

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
        self.faces.add(node)
        if node.fractional is None and node.value < self._most - 1e-6 and not self.stop():
            self._make_whole(node)

    def _make_whole(self, node: Node) -> None:
        """Look for a plan with the node's faces."""
        self.faces.look(node.faces, node.bound, self.stop)
        candidates = self._candidates(node)
        bounds = {column: (value, value) for column, value in node.faces.items()}
        bounds |= {column: (0.0, 0.0) for column in self.generation.rows.left_out}
        chosen, _ = whole(self.generation, candidates, None, bounds, Effort(self.limits.steps, self.stop))
        if chosen is not None:
            self._take(chosen)

    def _candidates(self, node: Node) -> Chosen:
        """The sets that cost least above the program's prices, so many for each item."""
        generation = self.generation
        prices = Prices(generation.rows, generation.duals)
        reduced = [generation.reduced(prices, contact) for contact in range(len(self.best.instance.contacts))]
        every = np.concatenate(reduced)
        most = self.limits.choices_per_item * len(self.best.instance.items)
        allowed = min(self._most - node.value, np.partition(every, most)[most] if most < len(every) else np.inf)
        which = [np.nonzero(each <= allowed + 1e-6)[0] for each in reduced]
        contact = np.concatenate([np.full(len(each), number) for number, each in enumerate(which)])
        return Chosen(contact, np.concatenate(which))

    def _take(self, chosen: Chosen) -> None:
        """Make the choice a plan; keep it if it is better."""
        found = state_of(self.best.instance, self.generation.pool, chosen, self.best)
        settle(found, self.stop)
        if found.quality < self.best.quality:
            self.best = found
            self._tell(self)


def state_of(instance: Instance, pool: Pool, chosen: Chosen, like: State) -> State:
    """The plan that some sets make. An item whose people don't come together is left out."""
    teams: dict[tuple[int, int], list[int]] = {}
    for contact, pairs in zip(chosen.contact.tolist(), pool.sets.pairs[chosen.set].tolist(), strict=True):
        for pair in pairs:
            if pair != pool.nothing:
                teams.setdefault((int(pool.item[pair]), int(pool.slot[pair])), []).append(contact)
    state = State(instance, like.outside)
    for (item, slot), team in sorted(teams.items()):
        option = _option(instance, item, slot, tuple(sorted(team)))
        if option is not None and state.at[item] is None and state.fits(item, option):
            state.place(item, option)
    return state


def _option(instance: Instance, item: int, slot: int, team: tuple[int, ...]) -> Option | None:
    return next((each for each in instance.options(item) if each.slot == slot and each.team == team), None)
