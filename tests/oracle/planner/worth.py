"""What a plan is worth, layer by layer, from everything that stands once it is taken over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.planner.grid import Group, Item, whole_range
from tests.oracle.planner.world import Work, World


@dataclass(frozen=True, order=True)
class Worth:
    """The layers in order; the smaller is the better."""

    short: int
    unplaced: Fraction
    moved: int
    points: Fraction


@dataclass(frozen=True)
class Outcome:
    """Where every item of the problem lies in the end (not at all: not in it), and everything that stands."""

    laid: Mapping[tuple[str, str, object, int], Work]
    works: Sequence[Work]


def worth(world: World, groups: Sequence[Group], items: Sequence[Item], outcome: Outcome) -> Worth:
    short, unplaced = losses(world, groups, items, outcome.laid)
    return Worth(short, unplaced, moves(world, items, outcome.laid), points(world, items, outcome))


def losses(
    world: World, groups: Sequence[Group], items: Sequence[Item], laid: Mapping[tuple[str, str, object, int], Work]
) -> tuple[int, Fraction]:
    """Promised items short, and the weight of reserve items and wishes that found no place."""
    missing: dict[tuple[str, str, object], set[int]] = defaultdict(set)
    for item in items:
        if item.key not in laid:
            missing[item.group.key].add(item.key[3])
    short, unplaced = 0, Fraction(0)
    for group in groups:
        lacking = shortage(world, group, missing[group.key])
        short += lacking
        unplaced += group.weight * (len(missing[group.key]) - min(lacking, len(missing[group.key])))
    return short, unplaced


def shortage(world: World, group: Group, missing: set[int]) -> int:
    """max(0, required - done - planned); an ordinal whose ideal is after the last day counts as planned."""
    if not group.promised:
        return 0
    if not group.axis:
        return max(0, group.required - group.counted)
    ordinals = range(1, group.number + 1)
    there = [each for each in ordinals if each not in missing or group.axis[group.ideal(each)] > world.last]
    return max(0, group.required - len(there))


def has_moved(world: World, work: Work) -> bool:
    """Whether date, block or people of an old row changed."""
    old = world.work_of(world.rows[work.id])
    return (old.day, old.block, old.people) != (work.day, work.block, work.people)


def moves(world: World, items: Iterable[Item], laid: Mapping[tuple[str, str, object, int], Work]) -> int:
    total = 0
    for item in items:
        if item.old is not None and item.key in laid and has_moved(world, laid[item.key]):
            soon = (world.rows[item.old]["date"] - world.first).days < 7
            total += (10 if item.confirmed else 1) * (2 if soon else 1)
    return total


def points(world: World, items: Sequence[Item], outcome: Outcome) -> Fraction:
    weights = world.planning["weights"]
    days = {day: world.contacts(day) for day in whole_range(world)}
    within = [work for work in outcome.works if work.day in days]
    steady = frozenset.intersection(*days.values()) if days else frozenset()
    parts = {
        "spread": spread(items, outcome),
        "travel": travel(world, within),
        "continuity": continuity(world, within),
        "evening_balance": balance([len(evenings(within, person)) for person in steady]),
        "minute_balance": balance([sum(one.minutes for one in within if person in one.people) for person in steady]),
    }
    return sum((Fraction(weights[name]) * value for name, value in parts.items()), Fraction(0))


def spread(items: Sequence[Item], outcome: Outcome) -> Fraction:
    """New and moved rows: the series' weight for each day of the axis away from the ideal one."""
    total = Fraction(0)
    for item in items:
        work = outcome.laid.get(item.key)
        if work is not None and work.fresh:
            total += item.group.weight * abs(item.group.index(work.day) - item.ideal)
    return total


def travel(world: World, within: Sequence[Work]) -> int:
    trips = {(person, work.trip) for work in within for person in work.people & world.contacts(work.day) if work.trip}
    return sum(world.planning["travel"][trip[2]] for _, trip in trips)


def continuity(world: World, within: Sequence[Work]) -> int:
    """For each series and place the contacts beyond the number that one item needs."""
    faces: dict[tuple[str, str], set[str]] = defaultdict(set)
    for work in within:
        if work.series is not None:
            faces[work.series, work.place] |= work.people & world.contacts(work.day)
    needed = {series["id"]: series.get("people", 1) for series in world.series}
    return sum(max(0, len(who) - needed[series]) for (series, _), who in faces.items() if needed[series] != "all")


def evenings(within: Sequence[Work], person: str) -> set[object]:
    return {work.day for work in within if work.block == "evening" and person in work.people}


def balance(numbers: list[int]) -> int:
    """Most minus least; nothing to balance where fewer than two are there."""
    return max(numbers) - min(numbers) if len(numbers) > 1 else 0
