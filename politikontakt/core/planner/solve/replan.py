"""Mending a plan after days are lost: the fewest moves first, an answer at once and a proven one after it.

If everything that is hit finds room while all else stays, nothing less can be moved, and only the hit
rows and the empty ordinals are searched. Otherwise the rows five weeks around may move, too.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from politikontakt.core.planner.model import Group, GroupKey, Item, ItemKey, Kept, Placement, Plan, Problem, Solution
from politikontakt.core.planner.objective import points
from politikontakt.core.planner.solve.answer import next_possible, placement, placements
from politikontakt.core.planner.solve.greedy import insert, insertion_order
from politikontakt.core.planner.solve.instance import Instance, counted_like, instance
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.parts import charges, outside, split
from politikontakt.core.planner.solve.proof import least_possible
from politikontakt.core.planner.solve.repair import repair
from politikontakt.core.planner.solve.state import Charged, Outside, State
from politikontakt.core.planner.stopping import Stop

Laying = Mapping[ItemKey, Placement]
AROUND = timedelta(weeks=5)
MOST_FREE = 1500
"""Rows that are searched at a time. With more, the answer stands without a proof of what it moves."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A part after the replan: where its items lie, and what is proven of it."""

    state: State
    plan: Plan
    bound: float
    """No plan with as little short, unplaced and moved has fewer points."""
    proven: bool
    """Nothing less can be short or unplaced."""
    moves_proven: bool
    """Nor can less be moved."""


def first_answer(problem: Problem) -> Plan:
    """The cheap insertion: all stays but what is hit, and that goes where it adds least."""
    return _together(problem, [_inserted(part) for part in split(problem)])


def _together(problem: Problem, states: Sequence[State], plans: Sequence[Plan] | None = None) -> Plan:
    """The parts' plans as one. Rows for which there is no contact at all are in no part: they stay where they are."""
    found = {each.item: each for plan in plans or map(placements, states) for each in plan}
    inside = {item.key for state in states for item in state.instance.items}
    for item in problem.items:
        if item.key not in inside and item.old is not None and not item.old.hit:
            found[item.key] = _where_it_was(item)
    return tuple(found[item.key] for item in problem.items if item.key in found)


def mend(problem: Problem, *, seed: int, stop: Stop, tell: Callable[[Plan], None], limits: Limits) -> Solution:
    """The plan with fewest promises short, fewest others unplaced, fewest moves and then fewest points."""
    inserted = [_inserted(part) for part in split(problem)]
    tell(_together(problem, inserted))
    paid = charges(inserted)
    mended = []
    for number, state in enumerate(inserted):
        if not _anything_to_do(state) or stop():
            mended.append(_as_it_is(state, paid[number]))
            continue
        mended.append(_Mending(state, seed, stop, limits).run(outside(inserted, number), paid[number]))
    plan = _together(problem, inserted, [part.plan for part in mended])
    return Solution(
        plan=plan,
        bound=_bound(problem, plan, mended),
        not_placed_proven=all(part.proven for part in mended),
        moved_proven=all(part.moves_proven for part in mended),
        stopped=stop(),
    )


def _as_it_is(state: State, paid: Charged) -> Mended:
    """A part that is not searched. With nothing to do in it, it can lie in no other way; else there was no time."""
    nothing = not _anything_to_do(state)
    points = (state.points - state.balance() + state.balance_of(paid)) / state.instance.scale
    bound = points - 1e-6 if nothing else Part(state, Limits(), lambda: True).floor
    return Mended(state, placements(state), bound, proven=nothing, moves_proven=nothing)


def _bound(problem: Problem, plan: Plan, mended: Sequence[Mended]) -> Fraction:
    exact = points(problem, plan)
    counted = sum(Fraction(each.state.points - each.state.balance(), each.state.instance.scale) for each in mended)
    constant = exact.total - counted - exact.evening_balance - exact.minute_balance
    bound = constant + sum(Fraction(each.bound) for each in mended)
    return min(exact.total, next_possible(bound, [each.state.instance.scale for each in mended]))


def _inserted(part: Instance) -> State:
    """Old rows where they were, what is hit and what is empty where it adds least."""
    state = State(part)
    for item in range(len(part.items)):
        staying = part.staying(item)
        if staying is not None:
            state.place(item, staying)
    for item in insertion_order(part):
        if state.at[item] is None:
            insert(state, item)
    return state


def _anything_to_do(state: State) -> bool:
    return any(
        option is None or item.old is None or option.moves
        for item, option in zip(state.instance.items, state.at, strict=True)
    )


class _Mending:
    """The search in one part. What stays for good is kept as it is, so that the search is small."""

    def __init__(self, state: State, seed: int, stop: Stop, limits: Limits) -> None:
        self.state = state
        self.seed = seed
        self.stop = stop
        self.limits = limits
        self.instance = state.instance
        self.everything = frozenset(item.key for item in self.instance.items)
        self.free = frozenset(item.key for item in self.instance.items if item.old is None or item.old.hit)
        """What must find a place: hit rows and empty ordinals."""
        self.least = least_possible(State(self.instance))
        self.sound = _sound(self.instance)

    def run(self, around: Outside, paid: Charged) -> Mended:
        """First with all else where it is; if that leaves anything out, with what is near and then all free to move."""
        best = self._search(self.free, _laying(placements(self.state)), around, paid)
        for free in (self.free | self._near(), self.everything):
            if best.moves_proven or self.stop() or len(free) > MOST_FREE:
                break
            found = self._search(free, _laying(best.plan), around, paid)
            best = found if _quality(found) <= _quality(best) else best
        return best

    def _search(self, free: frozenset[ItemKey], begin: Laying, around: Outside, paid: Charged) -> Mended:
        sub, standing = _with_free(self.instance, free)
        part = Part(_as_begun(sub, begin), self.limits, self.stop)
        if len(free) > len(self.free):
            repair(part.best, self.stop)
        part.improve(self.seed)
        part.prove(around, paid)
        everywhere = (part.best.short, part.best.unplaced) == self.least
        alone = everywhere and free == self.free and self.sound
        whole = free == self.everything and self.sound
        return Mended(
            part.best,
            (*placements(part.best), *standing),
            bound=part.proven if whole or alone else part.floor,
            proven=everywhere or (whole and part.layers_proven),
            moves_proven=alone or (whole and part.layers_proven and part.moves_proven),
        )

    def _near(self) -> frozenset[ItemKey]:
        """Old rows up to five weeks from where something is missing or was hit."""
        days = [item.old.day for item in self.instance.items if item.old is not None and item.old.hit]
        for number, option in enumerate(self.state.at):
            if option is None:
                days += [self.instance.day(each.slot) for each in self.instance.options(number)]
        if not days:
            return frozenset()
        first, last = min(days) - AROUND, max(days) + AROUND
        return frozenset(
            item.key for item in self.instance.items if item.old is not None and first <= item.old.day <= last
        )


def _quality(found: Mended) -> tuple[int, int, int]:
    return found.state.quality[:3]


def _laying(plan: Plan) -> Laying:
    return {each.item: each for each in plan}


def _as_begun(part: Instance, begin: Laying) -> State:
    """The part's items where they lie in a plan of the whole."""
    state = State(part)
    for number, item in enumerate(part.items):
        there = begin.get(item.key)
        ways = part.options(number) if there is not None else ()
        option = next((each for each in ways if placement(part, number, each) == there), None)
        if option is not None:
            state.place(number, option)
    return state


def _sound(part: Instance) -> bool:
    """Whether the old rows that may stay break no rule among themselves. If they do, no program tells the truth."""
    state = State(part)
    for number in range(len(part.items)):
        staying = part.staying(number)
        if staying is not None and not state.fits(number, staying):
            return False
        if staying is not None:
            state.place(number, staying)
    return True


def _with_free(part: Instance, free: frozenset[ItemKey]) -> tuple[Instance, Plan]:
    """The part with these items free, old rows on their days fixed, and all others kept; and where those lie."""
    days = {
        option.slot >> 2
        for number, item in enumerate(part.items)
        if item.key in free
        for option in part.options(number)
    }
    inside: list[Item] = []
    standing: list[Item] = []
    for item in part.items:
        old = item.old
        beside = old is not None and old.block is not None and part.day_index(old.day) in days
        (inside if item.key in free or beside else standing).append(item)
    taken = Counter(item.key.group for item in standing)
    groups = {key: dataclasses.replace(group, taken=group.taken + taken[key]) for key, group in _groups(inside)}
    items = tuple(dataclasses.replace(item, group=groups[item.key.group]) for item in inside)
    kept = (*part.problem.kept, *(_kept(item) for item in standing))
    problem = dataclasses.replace(part.problem, items=items, kept=kept)
    fixed = frozenset(item.key for item in inside if item.key not in free)
    made = counted_like(instance(problem, items, part.contacts, fixed), part)
    return made, tuple(_where_it_was(item) for item in standing)


def _groups(items: Iterable[Item]) -> Iterable[tuple[GroupKey, Group]]:
    return {item.key.group: item.group for item in items}.items()


def _kept(item: Item) -> Kept:
    """An old row as one that stands. Its start may still change, so it has none."""
    assert item.old is not None
    return Kept(
        code=f"activity:{item.old.id}",
        day=item.old.day,
        block=item.old.block,
        start=None,
        minutes=item.minutes,
        zone=item.group.zone,
        people=item.old.people,
        series=item.key.series,
        place=item.key.place,
    )


def _where_it_was(item: Item) -> Placement:
    assert item.old is not None
    return Placement(item=item.key, day=item.old.day, block=item.old.block, people=item.old.people)
