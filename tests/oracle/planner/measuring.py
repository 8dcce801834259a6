"""The numbers of `capacity` once more: minutes by month, and how many contact-days may be lost."""

import json
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations
from typing import Any

from tests.oracle.days import public_holidays
from tests.oracle.planner.exhaust import Exhaust, TooMany
from tests.oracle.planner.files import Lost
from tests.oracle.planner.grid import Group, groups, items, whole_range
from tests.oracle.planner.world import World

MOST_SETS = 60


def capacity_differences(world: World, printed: str, patience: int) -> Iterator[str]:
    """Where the JSON says otherwise. The `world` is read anew for every loss that is tried."""
    answer = json.loads(printed, parse_float=Fraction)
    if list(answer) != ["months", "worst_month", "days_to_lose"] or list(answer["days_to_lose"]) != [
        "at_least",
        "at_most",
    ]:
        yield f"keys {list(answer)} {answer['days_to_lose']}"
    wanted = months(world)
    told = [
        {key: value if key == "month" else Fraction(value) for key, value in one.items()} for one in answer["months"]
    ]
    if [list(one) for one in told] != [list(one) for one in wanted]:
        yield f"months or their keys: {told}"
    for mine, his in zip(wanted, told, strict=False):
        if any(not _same(mine[key], his[key]) for key in mine):
            yield f"month {shown(his)}, counted {shown(mine)}"
    hardest = min(wanted, key=lambda one: one["margin"])["month"] if wanted else None
    if answer["worst_month"] != hardest:
        yield f"worst_month {answer['worst_month']}, counted {hardest}"
    if patience:
        yield from _losses(world, answer["days_to_lose"], patience)


def _same(mine: Any, his: Any) -> bool:
    return bool(mine == his) if isinstance(mine, str) else abs(mine - his) < Fraction(1, 10**6)


def shown(month: dict[str, Any]) -> str:
    return ", ".join(f"{key} {value if isinstance(value, str) else float(value)}" for key, value in month.items())


def months(world: World) -> list[dict[str, Any]]:
    """Promised and available minutes of every month of from..to."""
    promised, available = promised_minutes(world), available_minutes(world)
    names = sorted({f"{day:%Y-%m}" for day in whole_range(world)})
    return [
        {
            "month": name,
            "promised": promised[name],
            "available": available[name],
            "margin": available[name] - promised[name],
        }
        for name in names
    ]


def promised_minutes(world: World) -> dict[str, Fraction]:
    """The grid of what is required alone, minutes and travel for each contact needed, in the month of the ideal."""
    found: dict[str, Fraction] = defaultdict(Fraction)
    for group in groups(_without_reserve(world)):
        if not group.promised or not group.axis:
            continue
        zone = world.zone(group.place["id"])
        each = group.series["minutes"] + (world.planning["travel"][zone] if zone else 0)
        for ordinal in range(1, group.required + 1):
            day = group.axis[group.ideal(ordinal)]
            if world.first <= day <= world.last:
                found[f"{day:%Y-%m}"] += each * people_needed(world, group, day)
    return found


def people_needed(world: World, group: Group, day: date) -> int:
    needed = group.series.get("people", 1)
    return len(world.crew(group.terms.get("by_role"), day)) if needed == "all" else int(needed)


def available_minutes(world: World) -> dict[str, Fraction]:
    """Over contacts and weeks the smaller of the limit and the free minutes, shared by each day's free minutes."""
    found: dict[str, Fraction] = defaultdict(Fraction)
    weeks: dict[tuple[str, int, int], dict[date, int]] = defaultdict(dict)
    for day in whole_range(world):
        for person in world.contacts(day):
            if can_be_worked(world, day):
                weeks[(person, *day.isocalendar()[:2])][day] = free_minutes(world, person, day)
    for (person, _, _), days in weeks.items():
        whole = sum(days.values())
        usable = min(whole, world.limit(person, "weekly_minutes"))
        for day, minutes in days.items():
            found[f"{day:%Y-%m}"] += Fraction(usable * minutes, whole) if whole else 0
    return found


def can_be_worked(world: World, day: date) -> bool:
    saturdays = any("sat" in series.get("weekdays", ()) for series in world.series)
    return day not in public_holidays(day.year) and day.weekday() < (6 if saturdays else 5)


def free_minutes(world: World, person: str, day: date) -> int:
    """The blocks on which the person isn't away, less meetings; a meeting in no block is taken from the whole day."""
    meetings = [work for work in world.meetings if work.day == day and person in work.people]
    left = 0
    for name, (first, last) in world.blocks.items():
        if world.is_free(person, day, name):
            left += max(0, last - first - sum(work.minutes for work in meetings if work.block == name))
    return max(0, left - sum(work.minutes for work in meetings if work.block is None))


def _without_reserve(world: World) -> World:
    """The same world, with nothing planned more than is promised and no planned row."""
    found = deepcopy(world)
    for series in found.series:
        series.pop("reserve", None)
    found.records["activities"] = [row for row in found.records["activities"] if row["status"] == "done"]
    found.__dict__.pop("rows", None)
    return found


@dataclass
class Losses:
    """Whether promises can be kept once contact-days are lost, by trying every plan."""

    world: World
    patience: int

    def short(self, lost: tuple[tuple[str, date], ...]) -> bool:
        """Whether a promise is short whatever is planned."""
        world = deepcopy(self.world)
        world.lost = [Lost(person, day, day) for person, day in lost]
        world.planning["weights"] = dict.fromkeys(world.planning["weights"], Fraction(0))
        every = [group for group in groups(world) if group.promised]
        standing = [*map(world.work_of, world.rows.values()), *world.meetings]
        search = Exhaust(world, every, items(world, every), standing, self.patience)
        return search.least().short > 0


def _losses(world: World, told: dict[str, Any], patience: int) -> Iterator[str]:
    """Every set of one fewer than at_least survives; some set of at_most does not."""
    least, most = told["at_least"], told["at_most"]
    losses = Losses(_without_reserve(world), patience)
    days = sorted((person, day) for day in whole_range(world) for person in world.contacts(day))
    try:
        if most is not None and most < least:
            yield f"days_to_lose {told}"
        if most == 0 and not losses.short(()):
            yield f"days_to_lose {told}, but nothing is short"
        if least > 0 and losses.short(()):
            yield f"days_to_lose {told}, but a promise is short already"
        sets = list(combinations(days, least - 1)) if 1 < least <= 3 else []
        for lost in sets if len(sets) <= MOST_SETS else ():
            if losses.short(lost):
                yield f"days_to_lose {told}, but {lost} breaks a promise"
        sets = list(combinations(days, most)) if most in (1, 2) else []
        if sets and len(sets) <= MOST_SETS and not any(losses.short(lost) for lost in sets):
            yield f"days_to_lose {told}, but no loss of {most} breaks a promise"
    except TooMany:
        return
