"""Days without school become stretches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.calendar.imports.stretches import Stretch, days_of, stretches
from politikontakt.core.calendar.ranges import DayRange

MONDAY = date(2018, 2, 19)


def days(*offsets: int, reason: str = "") -> dict[date, str]:
    return {MONDAY + timedelta(days=each): reason for each in offsets}


@pytest.mark.parametrize(
    ("closed", "expected"),
    [
        # nothing is nothing
        ({}, []),
        # a week is a stretch, with or without its weekend
        (days(0, 1, 2, 3, 4), [(0, 4, "")]),
        (days(0, 1, 2, 3, 4, 5, 6), [(0, 4, "")]),
        # Friday and the Monday after are one stretch
        (days(4, 7), [(4, 7, "")]),
        # a school day between cuts
        (days(0, 2), [(0, 0, ""), (2, 2, "")]),
        # a weekend alone is none
        (days(5, 6), []),
        # two reasons are two stretches; a day without one goes with its neighbour
        ({**days(0, reason="Plan"), **days(1, reason="Ferie")}, [(0, 0, "Plan"), (1, 1, "Ferie")]),
        ({**days(0), **days(1, reason="Ferie")}, [(0, 1, "Ferie")]),
    ],
)
def test_days_are_joined_over_weekends(closed, expected):
    found = [
        ((each.days.first - MONDAY).days, (each.days.last - MONDAY).days, each.reason) for each in stretches(closed)
    ]

    assert found == expected


def test_easter_is_one_stretch_though_the_table_lists_no_public_holiday():
    before_easter = {date(2018, 3, day): "Påskeferie" for day in (26, 27, 28)}

    found = stretches({**before_easter, date(2018, 4, 3): "Påskeferie"})

    assert found == (Stretch(DayRange(date(2018, 3, 26), date(2018, 4, 3)), "Påskeferie"),)


@given(st.dictionaries(st.dates(date(2017, 8, 1), date(2018, 7, 31)), st.sampled_from(["", "Ferie", "Plan"])))
def test_every_working_day_is_in_one_stretch_and_no_other_day_is(closed):
    found = stretches(closed)

    assert set(days_of(found)) == {day for day in closed if is_working_day(day)}
    assert sum(len(list(days_of([each]))) for each in found) == len(days_of(found))
