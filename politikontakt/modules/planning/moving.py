"""Moving a planned row by hand: the same hard rules as for any plan answer before anything is stored."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner import check
from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.core.planner.model import Item, Placement, Plan, Problem
from politikontakt.core.planner.rows import NoTimes, clock, timed
from politikontakt.core.records.model import Records
from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.planning.errors import BreaksRules, NotPlanned
from politikontakt.modules.planning.inputs import Inputs, inputs, last_planned
from politikontakt.modules.planning.services import entry_of


@dataclass(frozen=True, slots=True)
class Move:
    """Where a planned row shall lie: a day, a block of it, and the people who go. `start` None: the first that fits."""

    day: date
    block: str
    people: tuple[str, ...]
    start: time | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say of a move, and when the row would begin. `judged` is False for a row no series asks for."""

    faults: tuple[PlanFault, ...]
    start: time | None
    judged: bool = True


def try_move(activity: Activity, move: Move, *, today: date) -> Answer:
    """Ask the rules about a move. Stores nothing. Raises NoSettings or FaultyInput where nothing can be planned."""
    if activity.status != "planned":
        raise NotPlanned()
    source = inputs(DayRange(today, max(last_planned(today), move.day)))
    free = Inputs(source.agreement, _unconfirmed(source.records, activity.ref), source.planning)
    problem = free.problem(DayRange(today, max(last_planned(today), move.day)), replan=True)
    item = next((each for each in problem.items if each.old and each.old.id == activity.ref), None)
    if item is None:
        return Answer((), move.start, judged=False)
    plan = _with_move(problem, item, move)
    found = tuple(each for each in check.faults(problem, plan) if _about(each, item))
    return Answer(found, None if found else _start(problem, plan, item))


def move_activity(
    *, key: UUID, activity: Activity, move: Move, by: Actor, today: date, anyway: bool = False
) -> Activity:
    """Move a planned row. A breach is refused with its faults, unless the mover says that it shall be so `anyway`."""
    answer = try_move(activity, move, today=today)
    if answer.faults and not anyway:
        raise BreaksRules(answer.faults)
    people = {each.ref: each for each in Person.current.filter(ref__in=move.people)}
    entry = entry_of(
        activity,
        happened_on=move.day,
        starts_at=move.start or answer.start,
        people=[people[each] for each in move.people],
        confirmed=False if activity.confirmed else activity.confirmed,
    )
    return correct_activity(key=key, activity=activity, entry=entry, by=by, today=today)


def _unconfirmed(records: Records, ref: str) -> Records:
    """The records as if the row were not confirmed: whoever moves it by hand has spoken with those it is for."""
    rows = tuple(replace(row, confirmed=False) if row.id == ref else row for row in records.activities)
    return replace(records, activities=rows)


def _with_move(problem: Problem, item: Item, move: Move) -> Plan:
    """Everything where it lies, and the one row moved."""
    begin = None if move.start is None else move.start.hour * 60 + move.start.minute
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
