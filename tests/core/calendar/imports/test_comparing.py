"""What a new calendar would change."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.calendar.imports.comparing import Held, compare
from politikontakt.core.calendar.imports.stretches import Stretch, days_of, stretches
from politikontakt.core.calendar.ranges import DayRange

MONDAY = date(2018, 2, 19)
SPAN = DayRange(MONDAY, MONDAY + timedelta(days=25))


def stretch(first: int, last: int, reason: str = "Ferie") -> Stretch:
    return Stretch(DayRange(MONDAY + timedelta(days=first), MONDAY + timedelta(days=last)), reason)


def held(*given: Stretch) -> list[Held]:
    return [Held(number, each) for number, each in enumerate(given)]


def closed(*given: Stretch) -> dict[date, str]:
    return days_of(given)


def test_what_nobody_has_stored_is_new():
    found = compare(closed(stretch(0, 4)), SPAN, [])

    assert (found.added, found.nothing) == ((stretch(0, 4),), False)


@pytest.mark.parametrize(
    "stored",
    [
        stretch(0, 4),
        # stored with its weekend, or with a reason that the new calendar does not give
        stretch(0, 6),
        stretch(0, 4, "Vinterferie"),
    ],
)
def test_what_is_stored_already_stays_as_it_is(stored):
    given = dict.fromkeys(closed(stretch(0, 4)), "" if stored.reason == "Vinterferie" else "Ferie")

    assert compare(given, SPAN, held(stored)).nothing


def test_a_stretch_that_became_longer_is_changed():
    [old] = held(stretch(0, 3))

    found = compare(closed(stretch(0, 4)), SPAN, [old])

    assert (found.changed, found.added, found.removed) == (((old, stretch(0, 4)),), (), ())


def test_another_reason_is_a_change():
    [old] = held(stretch(0, 4, "Ferie"))

    assert compare(closed(stretch(0, 4, "Vinterferie")), SPAN, [old]).changed == ((old, stretch(0, 4, "Vinterferie")),)


def test_what_the_new_calendar_lacks_is_removed():
    stored = held(stretch(0, 4), stretch(8, 8))

    found = compare(closed(stretch(0, 4)), SPAN, stored)

    assert (found.removed, found.unchanged) == ((stored[1],), (stored[0],))


def test_what_lies_outside_the_days_spoken_of_stays():
    before, across = held(stretch(-21, -17), stretch(-3, 1))

    found = compare({}, SPAN, [before, across])

    # Friday before the first day stays closed, Monday and Tuesday become school days
    assert (found.removed, found.changed) == ((), ((across, stretch(-3, -3)),))


def test_a_weekend_somebody_stored_is_left_alone():
    assert compare({}, SPAN, held(stretch(5, 6))).nothing


def test_what_every_school_has_is_not_stored_once_more():
    found = compare(closed(stretch(0, 4), stretch(8, 8)), SPAN, [], held(stretch(0, 4)))

    assert (found.added, found.still_closed) == ((stretch(8, 8),), ())


def test_a_school_day_on_which_every_school_is_closed_is_told():
    found = compare({}, SPAN, [], held(stretch(0, 1)))

    assert (found.nothing, found.still_closed) == (True, (stretch(0, 1),))


DAYS = st.sets(st.dates(date(2018, 1, 1), date(2018, 4, 30)))


@given(DAYS, DAYS)
def test_when_the_changes_are_made_the_school_is_closed_on_the_days_of_its_calendar(before, after):
    span = DayRange(date(2018, 2, 1), date(2018, 3, 31))
    stored = held(*stretches(dict.fromkeys(before, "")))

    found = compare({day: "" for day in after if day in span}, span, stored)

    gone = {each.number for each in (*found.removed, *(old for old, _ in found.changed))}
    result = [each.stretch for each in stored if each.number not in gone]
    result += [*found.added, *(new for _, new in found.changed)]
    expected = {day for day in after if day in span} | {day for day in before if day not in span}
    assert set(days_of(result)) == set(days_of(stretches(dict.fromkeys(expected, ""))))
    assert len(days_of(result)) == sum(len(days_of([each])) for each in result)


@given(DAYS)
def test_the_same_calendar_again_changes_nothing(days):
    span = DayRange(date(2018, 1, 1), date(2018, 4, 30))
    calendar = dict.fromkeys(days, "Ferie")

    assert compare(calendar, span, held(*stretches(calendar))).nothing
