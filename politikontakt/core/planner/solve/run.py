"""The solver's entry points."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from politikontakt.core.planner.model import Plan, Problem, Solution
from politikontakt.core.planner.objective import points
from politikontakt.core.planner.solve.answer import next_possible, placements_of
from politikontakt.core.planner.solve.chain import Chain, is_chain
from politikontakt.core.planner.solve.evenings import fewest
from politikontakt.core.planner.solve.first import first_state
from politikontakt.core.planner.solve.improve import settle
from politikontakt.core.planner.solve.instance import Instance
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.parts import charges, fewest_minutes, outside, split
from politikontakt.core.planner.solve.replan import mend
from politikontakt.core.planner.solve.state import Charged, Outside
from politikontakt.core.planner.stopping import Stop, never


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the search is: what is placed, the points of the best plan and what is proven of them."""

    plan: Plan
    points: Fraction
    bound: Fraction


Tell = Callable[[Callable[[], Progress]], None]
"""Hears that something got better; what it is costs some time, so it asks for it only if it wants to know."""


def nobody(_: Callable[[], Progress]) -> None:
    """Tell nobody."""


def progress(problem: Problem, found: Plan) -> Progress:
    """A plan of which nothing is proven yet."""
    return Progress(found, points(problem, found).total, Fraction(0))


def plan(
    problem: Problem, *, seed: int = 0, stop: Stop = never, tell: Tell = nobody, limits: Limits = Limits()
) -> Solution:
    """The best plan found. The same problem, seed and limits give the same plan, unless `stop` ended it early.

    A problem with old rows is a replan: they move as little as can be.
    """
    if any(item.old is not None for item in problem.items):
        return mend(
            problem, seed=seed, stop=stop, limits=limits, tell=lambda found: tell(lambda: progress(problem, found))
        )
    return Search(problem, seed, stop, tell, limits).run()


class Search:
    """The parts of a problem, solved one after the other; at any moment there is a plan and a bound."""

    def __init__(self, problem: Problem, seed: int, stop: Stop, tell: Tell, limits: Limits) -> None:
        self.problem = problem
        self.seed = seed
        self.stop = stop
        self._tell = tell
        self._ready = False
        self.parts = [self._part(part, limits) for part in split(problem)]
        self._ready = True
        self.told()

    def _part(self, part: Instance, limits: Limits) -> Part:
        kind = Chain if is_chain(part) else Part
        return kind(first_state(part, self.stop), limits, self.stop, self.told)

    def run(self) -> Solution:
        """First a better plan for every part, then a bound for each."""
        for part in self.parts:
            part.improve(self.seed)
        paid = self._charges()
        for number, part in enumerate(self.parts):
            around = self._outside(number, paid[number])
            part.best.look_outside(around)
            settle(part.best, self.stop)  # what all are to have at least is mostly there for the taking
            part.prove(around, paid[number])
        return self.solution()

    def _charges(self) -> list[Charged]:
        """Which part pays for what of the balance; with several parts it is worked out what evenings cost each."""
        states = [part.best for part in self.parts]
        small = [number for number, part in enumerate(self.parts) if type(part) is Part and part.best.instance.steady]
        if len(small) < 2:
            return charges(states)
        most = max(max(state.evening_days, default=0) for state in states)
        found = fewest([states[number] for number in small], most, self.stop)
        if found is None:
            return charges(states)
        shares = [0.0] * len(states)
        for number, share in zip(small, found.shares, strict=True):
            shares[number] = share
        minutes = max(0, fewest_minutes(states))
        return [
            each._replace(fewest_evenings=found.evenings, fewest_minutes=minutes) for each in charges(states, shares)
        ]

    def _outside(self, number: int, charged: Charged) -> Outside:
        """What the other parts have; at least what all are to have."""
        found = outside([part.best for part in self.parts], number)
        return Outside(
            _at_least(found.evenings, charged.fewest_evenings), _at_least(found.minutes, charged.fewest_minutes)
        )

    def solution(self) -> Solution:
        """The best plan so far and what is proven of it."""
        found = self.plan()
        return Solution(
            plan=found,
            bound=self.bound(found),
            not_placed_proven=all(part.layers_proven for part in self.parts),
            stopped=self.stop(),
        )

    def plan(self) -> Plan:
        """All parts' best plans together."""
        return placements_of([part.best for part in self.parts], self.problem)

    def bound(self, found: Plan) -> Fraction:
        """No plan with as little short and unplaced has fewer points."""
        exact = points(self.problem, found).total
        counted = sum(Fraction(part.best.points - part.best.balance(), part.best.instance.scale) for part in self.parts)
        balance = points(self.problem, found)
        constant = exact - counted - balance.evening_balance - balance.minute_balance
        proven = sum(Fraction(part.proven) for part in self.parts)
        return min(exact, next_possible(constant + proven, [part.best.instance.scale for part in self.parts]))

    def told(self) -> None:
        """Pass on how far it is."""
        if self._ready:
            self._tell(self.progress)

    def progress(self) -> Progress:
        """The best plan so far, its points, and what is proven of them."""
        found = self.plan()
        return Progress(found, points(self.problem, found).total, self.bound(found))


def _at_least(ends: tuple[int, int] | None, least: int) -> tuple[int, int] | None:
    return None if ends is None else (max(ends[0], least), max(ends[1], least))
