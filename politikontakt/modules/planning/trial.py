"""Trying a planned row elsewhere: what the hard rules say of it, day by day. Stores nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner import check
from politikontakt.core.planner.contradictions import minutes_of
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.core.planner.model import Item, Placement, Plan, Problem
from politikontakt.core.planner.rows import NoTimes, clock, timed
from politikontakt.core.records.model import Records
from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.planning.errors import NotPlanned
from politikontakt.modules.planning.inputs import Inputs, inputs, last_planned
from politikontakt.modules.planning.parts_of_day import PartsOfDay


@dataclass(frozen=True, slots=True)
class Move:
    """Where a planned row shall lie: a day, a block of it, and the people who go.

    `start` None: the first hour that fits. `any_start`: another hour will do where that one does not.
    """

    day: date
    block: str
    people: tuple[str, ...]
    start: time | None = None
    any_start: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say of a move, and when the row would begin. `judged` is False for a row no series asks for."""

    faults: tuple[PlanFault, ...]
    start: time | None
    judged: bool = True


@dataclass(frozen=True, slots=True)
class Trial:
    """The plan with one row in hand. The problem is built once; each question takes a millisecond or two.

    `item` is None for a row that no series asks for: then no rule of the plan speaks of it.
    """

    problem: Problem
    item: Item | None

    def answer(self, move: Move) -> Answer:
        """What the rules say of one move."""
        if self.item is None:
            return Answer((), move.start, judged=False)
        found = self._asked(self.item, move)
        if found.faults and move.start and move.any_start:
            return self._asked(self.item, replace(move, start=None))
        return found

    def days(self, move: Move, days: DayRange) -> Mapping[date, Answer]:
        """The same move on each of some days."""
        return {day: self.answer(replace(move, day=day)) for day in days}

    def as_it_is(self, activity: Activity) -> Move:
        """The row where it lies. Another hour will do where its own does not fit."""
        people = tuple(each.person.ref for each in activity.takers_part.all())
        block = PartsOfDay(self.problem.blocks).holding(activity.starts_at)
        return Move(activity.happened_on, block, people, activity.starts_at, any_start=True)

    def opens(self, block: str) -> time:
        """When a block of the day begins."""
        return clock(self.problem.blocks[block].first) or time()

    def _asked(self, item: Item, move: Move) -> Answer:
        plan = _with_move(self.problem, item, move)
        found = tuple(each for each in check.faults(self.problem, plan) if _about(each, item))
        return Answer(found, None if found else _start(self.problem, plan, item))


def trial(activity: Activity, *, until: date, today: date, lost: Iterable[Lost] = ()) -> Trial:
    """Take a planned row in hand, to try it on days up to `until`. `lost`: whole days that people lose.

    Raises NoSettings or FaultyInput where nothing can be planned.
    """
    if activity.status != "planned":
        raise NotPlanned()
    days = DayRange(today, max(last_planned(today), until, today))
    source = inputs(days)
    free = Inputs(source.agreement, _unconfirmed(source.records, activity.ref), source.planning)
    problem = free.problem(days, lost=lost, replan=True)
    item = next((each for each in problem.items if each.old and each.old.id == activity.ref), None)
    return Trial(problem, item)


def allowed_after_loss(
    activity: Activity, days: DayRange, *, people: Iterable[str], today: date
) -> Callable[[date], bool] | None:
    """Whether a row could lie on a day of `days`, with its people and its part of the day, when they lose today.

    None where the rules can't say: no series asks for it, or nothing can be planned. Each day asked takes some
    milliseconds, so ask no more than needed.
    """
    lost = [Lost(each, DayRange(today, today)) for each in people]
    try:
        in_hand = trial(activity, until=days.last, today=today, lost=lost)
    except (Refused, FaultyInput):
        return None
    if in_hand.item is None:
        return None
    move = in_hand.as_it_is(activity)
    return lambda day: not in_hand.answer(replace(move, day=day)).faults


def _unconfirmed(records: Records, ref: str) -> Records:
    """The records as if the row were not confirmed: whoever moves it by hand has spoken with those it is for."""
    rows = tuple(replace(row, confirmed=False) if row.id == ref else row for row in records.activities)
    return replace(records, activities=rows)


def _with_move(problem: Problem, item: Item, move: Move) -> Plan:
    """Everything where it lies, and the one row moved."""
    begin = None if move.start is None else minutes_of(move.start)
    moved = Placement(item=item.key, day=move.day, block=move.block, people=tuple(sorted(move.people)), start=begin)
    others = [_staying(each) for each in problem.items if each.old and each is not item and not each.old.hit]
    return (*others, moved)


def _staying(item: Item) -> Placement:
    old = item.old
    assert old is not None
    return Placement(item=item.key, day=old.day, block=old.block, people=old.people, start=old.start)


def _about(fault: PlanFault, item: Item) -> bool:
    """Whether the moved row takes part in the breach."""
    return f"activity:{item.old.id if item.old else ''}" in fault.rows


def _start(problem: Problem, plan: Plan, item: Item) -> time | None:
    try:
        placed: Sequence[Placement] = timed(problem, plan)
    except NoTimes:
        return None
    return next((clock(each.start) for each in placed if each.item == item.key), None)
