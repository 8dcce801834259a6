"""Where residents can meet the contacts: a place and half a day, planned, and nothing closer than that.

Never who, never a time, never where anybody is. What is cancelled is simply not there any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities

KIND = "presence"
DAYS_AHEAD = 14
LINES = 6
NOT_SHOWN = frozenset({"reception_centre", "online"})
"""Kinds of places where a resident's way does not lead, or where who is there is nobody's business."""

NOON, EVENING = time(12), time(17)
HALVES = {
    "morning": pgettext_lazy("half of a day", "morning"),
    "afternoon": pgettext_lazy("half of a day", "afternoon"),
    "evening": pgettext_lazy("half of a day", "evening"),
}

ORDER = ("", *HALVES)


@dataclass(frozen=True, slots=True)
class Meet:
    """One line. `half` is morning, afternoon, evening, or "" where the plan has no time."""

    day: date
    half: str
    place: str

    @property
    def half_word(self) -> Promise | str:
        """«ettermiddag»."""
        return HALVES.get(self.half, "")


def presence(today: date) -> list[Meet]:
    """The first lines of what is planned."""
    return all_presence(today)[:LINES]


def all_presence(today: date) -> list[Meet]:
    """What is planned for today and the 13 days after."""
    rows = activities(first=today, last=today + timedelta(days=DAYS_AHEAD - 1)).filter(kind=KIND, status="planned")
    return lines(rows.filter(place__isnull=False).exclude(place__kind__in=NOT_SHOWN))


def lines(rows: Iterable[Activity]) -> list[Meet]:
    """By day and half of the day; two contacts at one place are one line."""
    meets = {Meet(row.happened_on, half_of(row.starts_at), row.place.name) for row in rows if row.place}
    return sorted(meets, key=lambda meet: (meet.day, ORDER.index(meet.half), meet.place))


def half_of(starts_at: time | None) -> str:
    """Before twelve is morning, from five on evening."""
    if starts_at is None:
        return ""
    return "morning" if starts_at < NOON else "afternoon" if starts_at < EVENING else "evening"
