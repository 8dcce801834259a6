"""School calendars as iCal: the all-day events of a file, which somebody then chooses among.

The end of an event is the first day after it. A time zone is read from the file's own VTIMEZONE or
by its name. What lasts from midnight to midnight in Norway is all-day too, as some programs write it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from icalendar.prop import vBroken

from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import Fault, FaultyInput

OSLO = ZoneInfo("Europe/Oslo")
LONGEST = 200
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
MOST_EVENTS = 5000

_NO_SCHOOL = re.compile(
    r"ferie|skolefri|skulefri|elevfri|\bfri\b|fridag|planleggings?dag|\bplandag|inneklemt|kursdag|stengt|ingen skole"
    r"|ingen skule|no school|holiday|påske|\bjul\b",
    re.IGNORECASE,
)
_SCHOOL_AFTER_ALL = re.compile(r"\bsfo\b|skoledag|skuledag|skolestart|skulestart", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AllDayEvent:
    """One all-day event, each time it comes. `likely`: its words say that there is no school."""

    summary: str
    days: DayRange
    likely: bool


def says_no_school(summary: str) -> bool:
    """Whether an event's words say that pupils stay at home: «Vinterferie», but not «Siste skoledag før ferien»."""
    return bool(_NO_SCHOOL.search(summary)) and not _SCHOOL_AFTER_ALL.search(summary)


def read_ical(source: bytes, *, file: str, days: DayRange) -> tuple[AllDayEvent, ...]:
    """The all-day events of a file in some days, earliest first. Raises FaultyInput with every fault."""
    calendar = _parsed(source, file)
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
    lines = _lines(source)
    faults = [fault for event, line in zip(events, lines, strict=False) for fault in _faults(event, file, line)]
    if not events or len(events) > MOST_EVENTS:
        faults = [Fault("too_many_events", file, values={"most": MOST_EVENTS}) if events else Fault("no_events", file)]
    if faults:
        raise FaultyInput(faults)
    found = sorted(set(_all_day(calendar, days)), key=lambda event: (event.days, event.summary))
    if not found:
        raise FaultyInput([Fault("no_all_day_events", file, values={"first": days.first, "last": days.last})])
    return tuple(found)


def as_calendar(events: Sequence[AllDayEvent], chosen: Iterable[int], *, name: str = "") -> SchoolCalendar:
    """The chosen events, by number, as a calendar that speaks of all days from the first event to the last."""
    span = DayRange(min(each.days.first for each in events), max(each.days.last for each in events))
    closed = {day: events[number].summary for number in sorted(chosen) for day in events[number].days}
    return SchoolCalendar(name, span, closed)


def _parsed(source: bytes, file: str) -> Calendar:
    try:
        return Calendar.from_ical(source)
    except (ValueError, IndexError, KeyError, UnicodeError):
        raise FaultyInput([Fault("not_ical", file)]) from None


def _lines(source: bytes) -> Iterator[int]:
    """The line on which each event begins."""
    for number, line in enumerate(source.splitlines(), start=1):
        if line.strip().upper() == b"BEGIN:VEVENT":
            yield number


def _faults(event: Event, file: str, line: int) -> Iterator[Fault]:
    start = event.get("DTSTART")
    if start is None:
        yield Fault("event_without_start", file, line, "DTSTART")
    for key in ("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"):
        value = event.get(key)
        if isinstance(value, vBroken):
            yield Fault("event_not_read", file, line, key, {"found": str(value)})
            return
    rule = event.get("RRULE")
    rules = rule if isinstance(rule, list) else [rule] if rule else []
    if any(str(each) in TOO_OFTEN for rule in rules for each in rule.get("FREQ", [])):
        yield Fault("event_too_often", file, line, "RRULE")
    if start is not None:
        yield from _of_times(event, file, line)


def _of_times(event: Event, file: str, line: int) -> Iterator[Fault]:
    zone = event["DTSTART"].params.get("TZID") if hasattr(event["DTSTART"], "params") else None
    if zone and isinstance(event.start, datetime) and event.start.tzinfo is None:
        yield Fault("event_time_zone", file, line, "DTSTART", {"found": str(zone)})
    elif _local(event.end) < _local(event.start):
        yield Fault("event_ends_before", file, line, "DTEND")


def _all_day(calendar: Calendar, days: DayRange) -> Iterator[AllDayEvent]:
    import recurring_ical_events  # only needed while a file is read; 3 MB in each worker otherwise

    query = recurring_ical_events.of(calendar, skip_bad_series=True)
    for event in query.between(days.first, days.last + ONE_DAY):
        span = _span(event)
        if span and str(event.get("STATUS", "")).upper() != "CANCELLED":
            summary = " ".join(str(event.get("SUMMARY", "")).split())[:LONGEST]
            yield AllDayEvent(summary, span, says_no_school(summary))


def _span(event: Event) -> DayRange | None:
    """The days of an all-day event; None for what begins or ends within a day."""
    start, end = _local(event.start), _local(event.end)
    if start.time() != time() or end.time() != time():
        return None
    if end == start:
        return DayRange(start.date(), start.date()) if not isinstance(event.start, datetime) else None
    return DayRange(start.date(), end.date() - ONE_DAY)


def _local(moment: date) -> datetime:
    """A moment on Norwegian clocks, without its zone; a day is its midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return (moment.astimezone(OSLO) if moment.tzinfo else moment).replace(tzinfo=None)
