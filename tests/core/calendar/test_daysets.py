"""Sets of days, tried against Python's own sets."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.ranges import DayRange

FRAME = DayRange(date(2016, 12, 20), date(2017, 1, 20))
days_near = st.integers(-5, 40).map(lambda n: FRAME.first + timedelta(days=n))
ranges = st.tuples(days_near, days_near).map(lambda ends: DayRange(min(ends), max(ends)))
some_days = st.lists(days_near, max_size=20)


def plain(days: DaySet) -> set[date]:
    return {day for day in FRAME if day in days}


def picked(days: list[date]) -> tuple[DaySet, set[date]]:
    return DaySet.picked(FRAME, days), {day for day in days if day in FRAME}


@given(st.lists(ranges, max_size=4))
def test_ranges_give_the_days_of_the_frame_that_lie_in_one_of_them(found: list[DayRange]):
    days = DaySet.of(FRAME, found)

    assert plain(days) == {day for day in FRAME if any(day in each for each in found)}
    assert len(days) == len(plain(days))


@given(days_near, st.sets(st.integers(0, 6)))
def test_weekly_takes_every_such_weekday(first: date, weekdays: set[int]):
    frame = DayRange(first, first + timedelta(days=30))

    days = DaySet.weekly(frame, weekdays)

    assert {day for day in frame if day in days} == {day for day in frame if day.weekday() in weekdays}
    assert len(days) == sum(day.weekday() in weekdays for day in frame)


@given(some_days, some_days)
def test_joining_cutting_and_taking_away(some: list[date], others: list[date]):
    one, plain_one = picked(some)
    other, plain_other = picked(others)

    assert plain(one | other) == plain_one | plain_other
    assert plain(one & other) == plain_one & plain_other
    assert plain(one - other) == plain_one - plain_other


@given(some_days, days_near)
def test_until_takes_the_day_and_after_does_not(some: list[date], day: date):
    days, plain_days = picked(some)

    assert plain(days.until(day)) == {each for each in plain_days if each <= day}
    assert plain(days.after(day)) == {each for each in plain_days if each > day}


@given(some_days, ranges)
def test_within_keeps_both_ends(some: list[date], inside: DayRange):
    days, plain_days = picked(some)

    assert plain(days.within(inside)) == {each for each in plain_days if each in inside}


@given(some_days)
def test_runs_are_unbroken_apart_and_all_of_it(some: list[date]):
    days, plain_days = picked(some)

    runs = days.runs()

    assert {day for run in runs for day in run} == plain_days
    assert all((later.first - earlier.last).days > 1 for earlier, later in itertools.pairwise(runs))


@given(some_days)
def test_the_first_is_the_earliest(some: list[date]):
    days, plain_days = picked(some)

    assert bool(days) == bool(plain_days)
    if plain_days:
        assert days.first == min(plain_days)


def test_a_set_without_days_has_no_first():
    with pytest.raises(ValueError, match="no days"):
        _ = DaySet.picked(FRAME, []).first
