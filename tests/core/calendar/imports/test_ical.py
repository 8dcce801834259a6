"""Reading iCal files of schools."""

from datetime import date

import pytest

from politikontakt.core.calendar.imports.ical import as_calendar, read_ical, says_no_school
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput

YEAR = DayRange(date(2017, 8, 1), date(2018, 7, 31))
ZONE = """BEGIN:VTIMEZONE
TZID:W. Europe
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def source(*events: str, zone: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\nUID:{number}\n{event}\nEND:VEVENT\n" for number, event in enumerate(events))
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{zone}{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(*events: str, zone: str = "") -> list[tuple[str, date, date]]:
    found = read_ical(source(*events, zone=zone), file="skole.ics", days=YEAR)
    return [(each.summary, each.days.first, each.days.last) for each in found]


def faults(given: bytes) -> list[tuple[str, int | None]]:
    with pytest.raises(FaultyInput) as caught:
        read_ical(given, file="skole.ics", days=YEAR)
    return [(each.code, each.line) for each in caught.value.faults]


WEEK = ("Vinterferie", date(2018, 2, 19), date(2018, 2, 23))


@pytest.mark.parametrize(
    ("event", "zone"),
    [
        # the end is the first day after
        ("SUMMARY:Vinterferie\nDTSTART;VALUE=DATE:20180219\nDTEND;VALUE=DATE:20180224", ""),
        ("SUMMARY:Vinterferie\nDTSTART;VALUE=DATE:20180219\nDURATION:P5D", ""),
        # midnight to midnight in a zone the file describes, in one that is known, and in none
        ("SUMMARY:Vinterferie\nDTSTART;TZID=W. Europe:20180219T000000\nDTEND;TZID=W. Europe:20180224T000000", ZONE),
        ("SUMMARY:Vinterferie\nDTSTART;TZID=Europe/Oslo:20180219T000000\nDTEND;TZID=Europe/Oslo:20180224T000000", ""),
        ("SUMMARY:Vinterferie\nDTSTART:20180218T230000Z\nDTEND:20180223T230000Z", ""),
        ("SUMMARY:Vinterferie\nDTSTART:20180219T000000\nDTEND:20180224T000000", ""),
    ],
)
def test_a_week_is_five_days_however_it_is_written(event, zone):
    assert read(event, zone=zone) == [WEEK]


def test_an_event_without_an_end_is_one_day():
    assert read("SUMMARY:Plan\nDTSTART;VALUE=DATE:20180219") == [("Plan", date(2018, 2, 19), date(2018, 2, 19))]


def test_a_repeated_event_comes_each_time_but_where_it_is_left_out():
    event = "SUMMARY:Fri\nDTSTART;VALUE=DATE:20180205\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20180212"

    assert [first for _, first, _ in read(event)] == [date(2018, 2, 5), date(2018, 2, 19)]


def test_what_takes_an_hour_or_is_cancelled_or_lies_in_another_year_is_left_out():
    whole = "SUMMARY:Vinterferie\nDTSTART;VALUE=DATE:20180219\nDTEND;VALUE=DATE:20180224"
    meeting = "SUMMARY:FAU\nDTSTART:20180219T180000\nDTEND:20180219T190000"
    cancelled = "SUMMARY:Plan\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20180301"
    long_ago = "SUMMARY:Plan\nDTSTART;VALUE=DATE:20150301"

    assert read(whole, meeting, cancelled, long_ago) == [WEEK]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Vinterferie", True),
        ("Planleggingsdag – elevene har fri", True),
        ("Skulefri", True),
        ("Inneklemt dag", True),
        ("Siste skoledag før ferien", False),
        ("Første skuledag etter påske", False),
        ("SFO stengt", False),
        ("Friluftsdag", False),
        ("Foreldremøte", False),
    ],
)
def test_words_tell_which_events_are_days_without_school(summary, expected):
    assert says_no_school(summary) is expected


def test_the_chosen_events_are_a_calendar_of_all_days_the_file_speaks_of():
    events = read_ical(
        source(
            "SUMMARY:Skolestart\nDTSTART;VALUE=DATE:20170821",
            "SUMMARY:Plan\nDTSTART;VALUE=DATE:20171116\nDTEND;VALUE=DATE:20171118",
            "SUMMARY:Ekskursjon\nDTSTART;VALUE=DATE:20180612",
        ),
        file="skole.ics",
        days=YEAR,
    )

    calendar = as_calendar(events, [1])

    assert calendar.closed == {date(2017, 11, 16): "Plan", date(2017, 11, 17): "Plan"}
    assert calendar.span == DayRange(date(2017, 8, 21), date(2018, 6, 12))


def test_every_fault_has_the_line_of_its_event():
    given = source(
        "SUMMARY:Uten",
        "SUMMARY:Rar\nDTSTART;VALUE=DATE:2018xx",
        "SUMMARY:Sone\nDTSTART;TZID=Ingensteds:20180219T000000",
        "SUMMARY:Baklengs\nDTSTART;VALUE=DATE:20180219\nDTEND;VALUE=DATE:20180201",
        "SUMMARY:Ofte\nDTSTART;VALUE=DATE:20180219\nRRULE:FREQ=SECONDLY",
    )

    assert faults(given) == [
        ("event_without_start", 4),
        ("event_not_read", 8),
        ("event_time_zone", 13),
        ("event_ends_before", 18),
        ("event_too_often", 24),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"", [("not_ical", None)]),
        (b"dato,skole,elevdag\n", [("not_ical", None)]),
        (b"\x00\xff\xfe", [("not_ical", None)]),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", [("not_ical", None)]),
        (source(), [("no_events", None)]),
        (source("SUMMARY:FAU\nDTSTART:20180219T180000\nDTEND:20180219T190000"), [("no_all_day_events", None)]),
    ],
)
def test_what_is_no_calendar(given, expected):
    assert faults(given) == expected
