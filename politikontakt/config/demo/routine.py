"""The weeks in between: what the contacts log when nothing special happens. The same for the same seed, always."""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain
from typing import Any

from politikontakt.config.demo.days import clock_time
from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.ranges import DayRange

SEED = 1663
WEEK = timedelta(days=7)
MEETING_MINUTES = 60
TRAVEL_MINUTES = 15
"""So much lies at least between two things of one person."""
LONGEST_DAY = 600
"""Minutes of work after which nothing more is begun."""

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
    "presence": Habit("presence", "preventive", ("09:30", "11:30", "13:00", "14:00"), (120, 150, 180), PLACES_BY_DAY),
    "club": Habit("presence", "preventive", ("17:30", "18:00"), (150, 180), ("klubb-hommelvik", "klubb-vikhammer")),
    "emergency": Habit("emergency_duty", "operative", ("08:00", "12:30", "15:00"), (240, 420, 450, 480)),
    "prevention": Habit("prevention_work", "preventive", ("08:00", "10:00", "12:00"), (300, 360, 420)),
    "office": Habit("office_work", "coordination", ("08:00", "10:30", "12:00"), (300, 360, 420)),
}
"""In the order in which they find room in the week: what must be at a time first."""


@dataclass
class Busy:
    """When each player is taken, in minutes of each day."""

    _taken: dict[tuple[str, date], list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def take(self, player: str, work: Told) -> bool:
        """Take the time of some work, if it is free for this player; say whether it was."""
        clock = clock_time(work.get("at", "12:00"))
        first = clock.hour * 60 + clock.minute
        last = first + work.get("minutes", MEETING_MINUTES)
        taken = self._taken[player, work["on"]]
        if any(first < end + TRAVEL_MINUTES and start < last + TRAVEL_MINUTES for start, end in taken):
            return False
        if sum(end - start for start, end in taken) + last - first > LONGEST_DAY:
            return False
        taken.append((first, last))
        return True


def routine(story: Told, *, until: date) -> Iterator[Told]:
    """The activities of every week before `until`, for each player who is in the role and not away.

    The story's `stretch` says from when on how often a week each habit is kept. What the story tells
    one by one comes first; a habit that finds no room that week is let go.
    """
    stretches, away, busy = story["stretch"], _away(story), Busy()
    for told in chain(story["visit"], story["activity"], story["meeting"]):
        for player in told["who"]:
            busy.take(player, told)
    for held in story["held"]:
        if held["post"] == "police_contact":
            player = held["player"]
            days = DayRange(held["since"], min(held.get("until", until), until - timedelta(days=1)))
            yield from _weeks(player, days, stretches, away.get(player, ()), busy)


def _away(story: Told) -> dict[str, list[DayRange]]:
    away: dict[str, list[DayRange]] = {}
    for absence in story.get("absence", ()):
        away.setdefault(absence["player"], []).append(DayRange(absence["first"], absence["last"]))
    return away


def _weeks(
    player: str, days: DayRange, stretches: Sequence[Told], away: Sequence[DayRange], busy: Busy
) -> Iterator[Told]:
    monday = days.first - timedelta(days=days.first.weekday())
    while monday <= days.last:
        chance = random.Random(f"{SEED} {player} {monday}")  # noqa: S311 — a story, not a secret
        rates = next(each["rates"] for each in reversed(stretches) if each["since"] <= max(monday, days.first))
        usable = [day for day in DayRange(monday, monday + timedelta(days=4)) if day in days and is_working_day(day)]
        at_work = [day for day in usable if not any(day in each for each in away)]
        yield from _week(player, chance, rates, at_work, busy)
        monday += WEEK


def _week(player: str, chance: random.Random, rates: Told, usable: Sequence[date], busy: Busy) -> Iterator[Told]:
    for name, habit in HABITS.items():
        rate = rates.get(name, 0) * len(usable) / 5
        wanted = int(rate) + (chance.random() < rate % 1)
        for work in _tries(player, chance, habit, usable):
            if wanted and busy.take(player, work):
                wanted -= 1
                yield work


def _tries(player: str, chance: random.Random, habit: Habit, usable: Sequence[date]) -> Iterator[Told]:
    """Days and hours for a habit, in the order in which they are tried."""
    openings = [(day, hour) for day in usable for hour in habit.hours]
    for day, hour in chance.sample(openings, len(openings)):
        yield {
            "kind": habit.kind,
            "on": day,
            "at": hour,
            "minutes": chance.choice(habit.minutes),
            "place": chance.choice(habit.places),
            "who": [player],
            "purpose": habit.purpose,
        }
