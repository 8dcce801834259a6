"""What a plan may not do: every rule as a question about everything that stands once the plan is taken over."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

from tests.oracle.days import ONE
from tests.oracle.planner.grid import Item
from tests.oracle.planner.world import WEEKDAYS, Work, World

LONGEST = 7


def breaches(world: World, works: Sequence[Work]) -> list[str]:
    """The rules broken by work that the plan lays or moves, each told with whom or what it meets."""
    fresh = [work for work in works if work.fresh]
    found = [f"{work.id}: {what}" for work in fresh for what in _of_one(world, works, work)]
    return found if found else list(_without_time(world, works))


def lies_badly(world: World, item: Item, work: Work) -> list[str]:
    """What is wrong with where an item is laid, whoever else is there."""
    series = item.group.series
    role = item.group.terms.get("by_role")
    crew = world.crew(role, work.day)
    needed = len(crew) if series.get("people", 1) == "all" else series.get("people", 1)
    tests = {
        "outside its window": work.day in [item.group.axis[index] for index in item.days],
        "weekday": WEEKDAYS[work.day.weekday()] in series.get("weekdays", WEEKDAYS[:5]),
        "block": work.block in series.get("blocks", world.blocks),
        "number of people": len(work.people) == needed > 0,
        "not in the role": work.people <= crew,
        "away": all(work.block and world.is_free(person, work.day, work.block) for person in work.people),
    }
    return [what for what, holds in tests.items() if not holds]


def _of_one(world: World, works: Sequence[Work], work: Work) -> Iterator[str]:
    if any(other is not work and _same_visit(other, work) for other in works):
        yield "two of one series at one place on one day"
    for person in sorted(work.people):
        mine = [other for other in works if person in other.people]
        for what in _of_person(world, mine, work, person):
            yield f"{person} {what}"


def _same_visit(one: Work, other: Work) -> bool:
    return one.series is not None and (one.series, one.place, one.day) == (other.series, other.place, other.day)


def _of_person(world: World, mine: list[Work], work: Work, person: str) -> Iterator[str]:
    assert work.block is not None
    first, last = world.blocks[work.block]
    if minutes(world, [one for one in mine if (one.day, one.block) == (work.day, work.block)]) > last - first:
        yield "block is full"
    week = [one for one in mine if one.day.isocalendar()[:2] == work.day.isocalendar()[:2]]
    if minutes(world, week) > world.limit(person, "weekly_minutes"):
        yield "week is full"
    evenings = {one.day for one in mine if one.block == "evening"}
    if work.block == "evening" and len({one.day for one in week} & evenings) > world.limit(person, "evenings_per_week"):
        yield "too many evenings"
    if work.day.weekday() == 5 and _too_many_saturdays(world, mine, work.day, person):
        yield "too many Saturdays"
    mornings = {one.day for one in mine if one.block == "morning"}
    if work.block == "evening" and work.day + ONE in mornings:
        yield "morning after evening"
    if work.block == "morning" and work.day - ONE in evenings:
        yield "morning after evening"


def minutes(world: World, works: list[Work]) -> int:
    """Minutes with the journeys: each zone once for each day and block."""
    trips = {work.trip for work in works if work.trip}
    return sum(work.minutes for work in works) + sum(world.planning["travel"][zone] for _, _, zone in trips)


def _too_many_saturdays(world: World, mine: list[Work], day: date, person: str) -> bool:
    saturdays = {one.day for one in mine if one.day.weekday() == 5}
    most = world.limit(person, "saturdays_per_three_weeks")
    return any(len(saturdays & run) > most for run in runs_of_saturdays(day))


def runs_of_saturdays(saturday: date) -> list[set[date]]:
    """The Saturdays of every 21 days in a row that hold this one."""
    return [{saturday + n * 7 * ONE for n in range(first, first + 3)} for first in (-2, -1, 0)]


def _without_time(world: World, works: Sequence[Work]) -> Iterator[str]:
    """Fresh rows whose hours clash, leave their block, or can't be found."""
    for work in works:
        if work.fresh and work.start is not None:
            assert work.block is not None
            if (
                not world.blocks[work.block][0]
                <= work.start
                <= work.start + work.minutes
                <= world.blocks[work.block][1]
            ):
                yield f"{work.id}: ends after its block"
            if any(other is not work and clash(work, other) for other in works):
                yield f"{work.id}: overlaps"
    loose: dict[tuple[date, str | None], list[Work]] = defaultdict(list)
    for work in works:
        if work.start is None and work.loose:
            loose[work.day, work.block].append(work)
    for (day, block), here in loose.items():
        if block and any(work.fresh for work in here):
            standing = [work for work in works if work.day == day and work.start is not None]
            if not find_times(world, standing, here, block):
                yield f"{here[0].id}: no hours on {day} {block}"


def find_times(world: World, standing: list[Work], loose: list[Work], block: str) -> list[Work] | None:
    """Hours for everything loose in a block, tried in every order in which they may begin."""
    if len(loose) > LONGEST:
        raise ValueError("too many for one block to try every order")
    return next((laid for order in permutations(loose) if (laid := _in_order(world, standing, order, block))), None)


def _in_order(world: World, standing: list[Work], order: Sequence[Work], block: str) -> list[Work] | None:
    first, last = world.blocks[block]
    laid: list[Work] = []
    for work in order:
        busy = [other for other in [*standing, *laid] if other.people & work.people]
        tries = sorted({first, *(other.start + other.minutes for other in busy if other.start is not None)})
        at = next((begin for begin in tries if first <= begin and not _meets(work, begin, busy)), None)
        if at is None or at >= last or at + work.minutes > last:
            return None
        laid.append(replace(work, start=at))
    return laid


def _meets(work: Work, begin: int, busy: list[Work]) -> bool:
    return any(clash(replace(work, start=begin), other) for other in busy)


def clash(one: Work, other: Work) -> bool:
    """Whether two pieces of work of one person overlap."""
    if one.start is None or other.start is None or one.day != other.day or not one.people & other.people:
        return False
    return one.start < other.start + other.minutes and other.start < one.start + one.minutes
