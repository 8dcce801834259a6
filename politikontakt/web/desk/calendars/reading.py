"""A school calendar between a file or the grid and a yes: it travels in the form, signed, and is stored nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing

from politikontakt.core.calendar.imports.ical import AllDayEvent, as_calendar, read_ical
from politikontakt.core.calendar.imports.long_table import read_long_table
from politikontakt.core.calendar.imports.stretches import SchoolCalendar, Stretch, days_of, stretches
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.directory.school_calendars import GRID, ICAL, TABLE

SALT = "school-calendars"
YEARS_OF_ICAL = (-1, 2)
"""How many years before and after today an iCal file is read for: a repeated event may have no end."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was handed in: calendars by the names of the file, or events that somebody is to choose among."""

    source: str
    file: str
    calendars: Sequence[SchoolCalendar] = ()
    events: Sequence[AllDayEvent] = ()

    def chosen(self, events: Sequence[int]) -> Sequence[SchoolCalendar]:
        """The calendars, of an iCal file the one that the chosen events make."""
        return (as_calendar(self.events, events),) if self.events else self.calendars

    @property
    def likely(self) -> list[int]:
        """The events whose words say that there is no school."""
        return [number for number, event in enumerate(self.events) if event.likely]

    @property
    def by_grid(self) -> bool:
        """Whether it is from the grid, where the school is chosen already."""
        return self.source == GRID


def read(source: bytes, *, file: str, today: date) -> Reading:
    """Read a file by its ending, or what it looks like. Raises FaultyInput with every fault."""
    if file.lower().endswith((".ics", ".ical")) or source.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"BEGIN:VCALENDAR"):
        before, after = YEARS_OF_ICAL
        days = DayRange(date(today.year + before, 1, 1), date(today.year + after, 12, 31))
        return Reading(ICAL, file, events=read_ical(source, file=file, days=days))
    return Reading(TABLE, file, calendars=read_long_table(source, file=file))


def packed(reading: Reading) -> str:
    """For the form's hidden field."""
    said = {
        "source": reading.source,
        "file": reading.file,
        "calendars": [_said(each) for each in reading.calendars],
        "events": [[each.summary, *_ends(each.days), each.likely] for each in reading.events],
    }
    return signing.dumps(said, salt=SALT, compress=True)


def unpacked(text: str) -> Reading:
    """The same again. Raises signing.BadSignature for what we did not pack."""
    said = signing.loads(text, salt=SALT)
    return Reading(
        source=said["source"],
        file=said["file"],
        calendars=[_calendar(each) for each in said["calendars"]],
        events=[AllDayEvent(summary, _days(first, last), likely) for summary, first, last, likely in said["events"]],
    )


def _said(calendar: SchoolCalendar) -> dict[str, Any]:
    closed = [[*_ends(each.days), each.reason] for each in stretches(calendar.closed)]
    return {"name": calendar.name, "span": _ends(calendar.span), "closed": closed}


def _calendar(said: dict[str, Any]) -> SchoolCalendar:
    closed = days_of(Stretch(_days(first, last), reason) for first, last, reason in said["closed"])
    return SchoolCalendar(said["name"], _days(*said["span"]), closed)


def _ends(days: DayRange) -> list[str]:
    return [days.first.isoformat(), days.last.isoformat()]


def _days(first: str, last: str) -> DayRange:
    return DayRange(date.fromisoformat(first), date.fromisoformat(last))
