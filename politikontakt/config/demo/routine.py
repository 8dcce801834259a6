"""The weeks in between: what the contacts log when nothing special happens. The same for the same seed, always."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange

SEED = 1663
WEEK = timedelta(days=7)

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Habit:
    """Something that is done some times a week: at one of these hours, for about so many minutes."""

    kind: str
    purpose: str
    hours: Sequence[str]
    minutes: Sequence[int]
    places: Sequence[str] = ("",)


PLACES_BY_DAY = (
    "malvik-senter",
    "hommelvik-us",
    "viksletta",
    "malvik-senter",
    "malvikhallen",
    "vikhammer-us",
    "hommelvik-torg",
)
HABITS = {
    "prevention": Habit("prevention_work", "preventive", ("08:30", "09:00", "12:30"), (300, 360, 420)),
    "presence": Habit("presence", "preventive", ("11:30", "14:00", "17:30"), (120, 150, 180, 210), PLACES_BY_DAY),
    "club": Habit("presence", "preventive", ("18:00",), (180, 210), ("klubb-hommelvik", "klubb-vikhammer")),
    "office": Habit("office_work", "coordination", ("08:00",), (330, 390, 420)),
    "emergency": Habit("emergency_duty", "operative", ("14:30", "15:00", "16:30"), (180, 390, 450, 480)),
}


def routine(story: Told, *, until: date) -> Iterator[Told]:
    """The activities of every week before `until`, for each player who is in the role and not away.

    The story's `stretch` says from when on how often a week each habit is kept.
    """
    stretches = story["stretch"]
    away = _away(story)
    for held in story["held"]:
        if held["post"] == "police_contact":
            player = held["player"]
            days = DayRange(held["since"], min(held.get("until", until), until - timedelta(days=1)))
            yield from _weeks(player, days, stretches, away.get(player, ()))


def _away(story: Told) -> dict[str, list[DayRange]]:
    away: dict[str, list[DayRange]] = {}
    for absence in story.get("absence", ()):
        away.setdefault(absence["player"], []).append(DayRange(absence["first"], absence["last"]))
    return away


def _weeks(player: str, days: DayRange, stretches: Sequence[Told], away: Sequence[DayRange]) -> Iterator[Told]:
    monday = days.first - timedelta(days=days.first.weekday())
    while monday <= days.last:
        chance = random.Random(f"{SEED} {player} {monday}")  # noqa: S311 — a story, not a secret
        rates = next(each["rates"] for each in reversed(stretches) if each["since"] <= max(monday, days.first))
        usable = [day for day in DayRange(monday, monday + timedelta(days=4)) if day in days and is_working_day(day)]
        yield from _week(player, chance, rates, [day for day in usable if not any(day in each for each in away)])
        monday += WEEK


def _week(player: str, chance: random.Random, rates: Told, usable: Sequence[date]) -> Iterator[Told]:
    for name, habit in HABITS.items():
        rate = rates.get(name, 0) * len(usable) / 5
        times = min(int(rate) + (chance.random() < rate % 1), len(usable))
        for day in sorted(chance.sample(usable, times)):
            yield {
                "kind": habit.kind,
                "on": day,
                "at": chance.choice(habit.hours),
                "minutes": chance.choice(habit.minutes),
                "place": chance.choice(habit.places),
                "who": [player],
                "purpose": habit.purpose,
            }
