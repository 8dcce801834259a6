"""Small invented problems, and every plan they have: for tests that know the answer."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.grid import ideal, window
from politikontakt.core.planner.model import (
    Block,
    Group,
    GroupKey,
    Item,
    ItemKey,
    Kept,
    Limits,
    OldRow,
    Placement,
    Plan,
    Problem,
    Weights,
)

MONDAY = date(2027, 2, 1)
BLOCKS = {
    "morning": Block(name="morning", first=480, last=690),
    "afternoon": Block(name="afternoon", first=720, last=930),
    "evening": Block(name="evening", first=1020, last=1230),
}
WEIGHTS = Weights(
    spread=Fraction(1),
    travel=Fraction(1, 10),
    continuity=Fraction(25),
    evening_balance=Fraction(4),
    minute_balance=Fraction(167, 10000),
)


def group(
    series: str = "visits",
    place: str = "school",
    *,
    days: int = 5,
    wanted: int = 2,
    required: int | None = None,
    minutes: int = 90,
    people: int | None = 1,
    blocks: tuple[str, ...] = ("morning", "afternoon"),
    weekdays: frozenset[int] = frozenset(range(6)),
    zone: str | None = "near",
    weight: int = 1,
    first: date = MONDAY,
) -> Group:
    """A group over the first `days` days from Monday on that are no Sundays."""
    axis = tuple(day for n in range(days) if (day := first + timedelta(days=n)).weekday() < 6)
    return Group(
        key=GroupKey(series, place, first),
        commitment="P1",
        kind="visit",
        kinds=("visit",),
        purpose=None,
        audience=(),
        role=None,
        required=wanted if required is None else required,
        wanted=wanted,
        taken=0,
        axis=axis,
        minutes=minutes,
        people=people,
        blocks=blocks,
        weekdays=weekdays,
        zone=zone,
        weight=Fraction(weight),
    )


def items(of: Group) -> tuple[Item, ...]:
    """One item for each ordinal, in its window."""
    found = []
    for ordinal in range(1, of.wanted + 1):
        low, high = window(ordinal, of.wanted, len(of.axis))
        days = tuple(day for day in range(low, high + 1) if of.axis[day].weekday() in of.weekdays)
        key = ItemKey(*of.key, ordinal)
        found.append(
            Item(key=key, group=of, ideal=ideal(ordinal, of.wanted, len(of.axis)), days=days, minutes=of.minutes)
        )
    return tuple(found)


def problem(
    *groups: Group,
    people: tuple[str, ...] = ("anna", "bjorn"),
    days: int = 14,
    weekly: int = 1350,
    evenings: int = 2,
    saturdays: int = 1,
    away: frozenset[tuple[str, date, str]] = frozenset(),
    kept: tuple[Kept, ...] = (),
) -> Problem:
    """A problem of these groups, from Monday on for `days` days."""
    every = [MONDAY + timedelta(days=n) for n in range(days)]
    return Problem(
        first=every[0],
        last=every[-1],
        blocks=BLOCKS,
        limits={
            who: Limits(weekly_minutes=weekly, evenings_per_week=evenings, saturdays_per_three_weeks=saturdays)
            for who in people
        },
        travel={"near": 20, "far": 40},
        weights=WEIGHTS,
        contacts=people,
        steady=people,
        holders={None: dict.fromkeys(every, people)},
        absences=(),
        closures=(),
        needed={each.key.series: each.people for each in groups},
        groups=groups,
        items=tuple(item for each in groups for item in items(each)),
        kept=kept,
        absent=away,
    )


def any_problem(seed: int) -> Problem:
    """Some small problem: few items, short of time, with meetings, absences, evenings and joint visits."""
    random = Random(seed)
    groups = [
        group(
            f"s{number}",
            random.choice(("school", "mall")),
            days=random.choice((3, 5, 6)),
            wanted=random.choice((1, 1, 2)),
            required=random.choice((0, 1)),
            minutes=random.choice((60, 90, 120)),
            people=random.choice((1, 1, 1, 2, None)),
            blocks=random.choice((("evening",), ("afternoon", "evening"), ("morning", "afternoon"))),
            zone=random.choice(("near", "far", None)),
            weight=random.choice((1, 2, 3)),
        )
        for number in range(3)
    ]
    away = {
        (random.choice(("anna", "bjorn")), MONDAY + timedelta(days=random.randrange(6)), random.choice(list(BLOCKS)))
        for _ in range(6)
    }
    meeting = Kept(
        code="meeting:m",
        day=MONDAY + timedelta(days=random.randrange(5)),
        block="afternoon",
        start=780,
        minutes=60,
        zone=random.choice(("near", None)),
        people=("anna",),
    )
    limits = {"weekly": random.choice((200, 400, 1350)), "evenings": random.choice((0, 1, 2))}
    return problem(*groups, days=7, away=frozenset(away), kept=(meeting,), **limits)


def in_towns(of: Problem, towns: Sequence[str], served_by: Mapping[str, tuple[str, ...]]) -> Problem:
    """The problem as one of several municipalities, one for each group in turn, with who serves each."""
    groups = tuple(replace(each, role=town) for each, town in zip(of.groups, towns, strict=True))
    by_key = {each.key: each for each in groups}
    items = tuple(replace(item, group=by_key[item.key.group]) for item in of.items)
    holders = {**served_by, None: tuple(dict.fromkeys(who for people in served_by.values() for who in people))}
    every = list(of.holders[None])
    return replace(
        of, groups=groups, items=items, holders={role: dict.fromkeys(every, who) for role, who in holders.items()}
    )


def every_plan(of: Problem) -> Iterator[Plan]:
    """Every plan that breaks no rule. What breaks one does so however it goes on, so it goes no further."""
    yield from _going_on(of, ())


def _going_on(of: Problem, so_far: tuple[Placement | None, ...]) -> Iterator[Plan]:
    plan = tuple(each for each in so_far if each is not None)
    if so_far and so_far[-1] is not None and faults(of, plan):
        return
    if len(so_far) == len(of.items):
        yield plan
        return
    for way in _ways(of, of.items[len(so_far)]):
        yield from _going_on(of, (*so_far, way))


def _ways(of: Problem, item: Item) -> list[Placement | None]:
    found: list[Placement | None] = [None]
    if item.old is not None and not item.old.hit:
        found.append(Placement(item=item.key, day=item.old.day, block=item.old.block, people=item.old.people))
    for index in item.days:
        day = item.group.axis[index]
        for block in item.group.blocks:
            in_role = of.in_role(item.group.role, day)
            free = [who for who in in_role if of.free(who, day, block)]
            for team in itertools.combinations(free, item.group.people or len(in_role)):
                found.append(Placement(item=item.key, day=day, block=block, people=team))
    return found


def planned(of: Problem, plan: Plan, *, lost: tuple[str, date] | None = None) -> Problem:
    """The replan of a problem whose plan was accepted, when `lost` loses a day."""
    places = {each.item: each for each in plan}
    away = {(lost[0], lost[1], block) for block in BLOCKS} if lost else set()
    changed = tuple(_old(item, places.get(item.key), lost) for item in of.items)
    return replace(of, items=changed, absent=of.absent | away)


def _old(item: Item, placement: Placement | None, lost: tuple[str, date] | None) -> Item:
    if placement is None:
        return item
    hit = lost is not None and lost[0] in placement.people and lost[1] == placement.day
    row = OldRow(
        id="/".join(map(str, item.key)),
        day=placement.day,
        block=placement.block,
        start=None,
        people=placement.people,
        confirmed=False,
        hit=hit,
        moves=1,
    )
    return replace(item, old=row)
