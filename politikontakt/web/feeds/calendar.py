"""A calendar as RFC 5545 has it: Norwegian time with its rules, stable names, and what changed last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

OSLO = ZoneInfo("Europe/Oslo")
EVERY = timedelta(hours=6)
"""How often a program should look again."""
PRODUCT = "-//Politikontakt//Politikontakt//NB"
RULES = (
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "END:VTIMEZONE\r\n"
)
"""Summer time from the last Sunday of March to that of October, as since 1996; no date here is older."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event. `uid` stays the same while it moves; `sequence` counts how often it was changed.

    Without `starts_at` it takes the whole day.
    """

    uid: str
    day: date
    starts_at: time | None
    length: timedelta
    summary: str
    place: str
    changed_at: datetime
    sequence: int = 0
    tentative: bool = False
    cancelled: bool = False
    about: str = ""
    address: str = ""


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """The file. The same entries give the same bytes."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name)
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", str(OSLO))
    made.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    made.add_component(Timezone.from_ical(RULES))
    for entry in entries:
        made.add_component(_event(entry))
    content: bytes = made.to_ical()
    return content


def _event(entry: Entry) -> Event:
    event = Event()
    changed = entry.changed_at.astimezone(UTC).replace(microsecond=0)
    event.add("uid", entry.uid)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", entry.sequence)
    start = _start(entry)
    event.add("dtstart", start)
    event.add("dtend", start + entry.length if entry.starts_at else entry.day + timedelta(days=1))
    event.add("summary", entry.summary)
    event.add("status", _status(entry))
    for name, text in (("location", entry.place), ("description", entry.about), ("url", entry.address)):
        if text:
            event.add(name, text)
    return event


def _status(entry: Entry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.tentative else "CONFIRMED"


def _start(entry: Entry) -> date:
    return datetime.combine(entry.day, entry.starts_at, OSLO) if entry.starts_at else entry.day
