"""How an agreement's life is cut into periods."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.calendar.periods import PERIOD_KINDS, period_holding, periods, term
from politikontakt.core.calendar.ranges import DayRange

PILOT = DayRange(date(2016, 10, 1), date(2019, 9, 30))
AUGUST = (8, 1)

agreements = st.tuples(st.dates(date(1995, 1, 1), date(2040, 1, 1)), st.integers(0, 1500)).map(
    lambda drawn: DayRange(drawn[0], drawn[0] + timedelta(days=drawn[1]))
)
school_year_starts = st.sampled_from([(8, 1), (1, 1), (8, 20), (2, 29), (12, 31)])


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> DayRange:
    return DayRange(date(*first), date(*last))


@pytest.mark.parametrize(
    ("per", "day", "label", "whole"),
    [
        ("calendar_year", date(2017, 3, 1), "2017", days((2017, 1, 1), (2017, 12, 31))),
        ("school_year", date(2017, 7, 31), "2016/17", days((2016, 8, 1), (2017, 7, 31))),
        ("school_year", date(2017, 8, 1), "2017/18", days((2017, 8, 1), (2018, 7, 31))),
        ("agreement_year", date(2017, 9, 30), "avtaleår 1", days((2016, 10, 1), (2017, 9, 30))),
        ("agreement_year", date(2017, 10, 1), "avtaleår 2", days((2017, 10, 1), (2018, 9, 30))),
        ("half_year", date(2016, 12, 31), "2016-H2", days((2016, 7, 1), (2016, 12, 31))),
        ("half_year", date(2017, 1, 1), "2017-H1", days((2017, 1, 1), (2017, 6, 30))),
        ("calendar_quarter", date(2016, 10, 1), "2016-Q4", days((2016, 10, 1), (2016, 12, 31))),
        ("agreement_quarter", date(2017, 1, 1), "avtalekvartal 2", days((2017, 1, 1), (2017, 3, 31))),
        ("month", date(2018, 2, 28), "2018-02", days((2018, 2, 1), (2018, 2, 28))),
        ("week", date(2016, 10, 8), "2016-W40", days((2016, 10, 3), (2016, 10, 9))),
        ("week", date(2017, 1, 1), "2016-W52", days((2016, 12, 26), (2017, 1, 1))),  # belongs to last year's week
        ("week", date(2018, 12, 31), "2019-W01", days((2018, 12, 31), (2019, 1, 6))),  # and to next year's
        ("term", date(2018, 2, 28), "avtaletiden", PILOT),
    ],
)
def test_the_label_and_the_whole(per: str, day: date, label: str, whole: DayRange):
    period = period_holding(per, PILOT, AUGUST, day)

    assert (period.label, period.whole) == (label, whole)


def test_the_first_school_year_of_the_pilot_is_clipped_to_304_days():
    period = periods("school_year", PILOT, AUGUST, date(2016, 10, 1))[0]

    assert period.days == days((2016, 10, 1), (2017, 7, 31))
    assert len(period.days) == 304
    assert period.clipped


def test_a_school_year_that_is_the_calendar_year_keeps_the_double_label():
    period = period_holding("school_year", PILOT, (1, 1), date(2017, 5, 1))

    assert (period.label, period.whole) == ("2017/18", days((2017, 1, 1), (2017, 12, 31)))


def test_a_century_turns_in_the_label():
    life = days((2099, 1, 1), (2100, 12, 31))

    assert period_holding("school_year", life, AUGUST, date(2099, 12, 1)).label == "2099/00"


def test_where_a_month_lacks_the_day_an_agreement_quarter_starts_on_its_last():
    life = days((2016, 11, 30), (2018, 11, 29))

    firsts = [each.whole.first for each in periods("agreement_quarter", life, AUGUST, date(2017, 12, 31))]

    assert firsts == [date(2016, 11, 30), date(2017, 2, 28), date(2017, 5, 30), date(2017, 8, 30), date(2017, 11, 30)]


def test_an_agreement_from_a_leap_day_has_its_years_from_the_last_of_february():
    life = days((2016, 2, 29), (2021, 2, 27))

    firsts = [each.whole.first for each in periods("agreement_year", life, AUGUST, life.last)]

    assert firsts == [date(2016, 2, 29), date(2017, 2, 28), date(2018, 2, 28), date(2019, 2, 28), date(2020, 2, 29)]


def test_only_periods_begun_are_given():
    assert periods("month", PILOT, AUGUST, date(2016, 9, 30)) == ()
    assert [each.label for each in periods("month", PILOT, AUGUST, date(2016, 11, 1))] == ["2016-10", "2016-11"]


def test_before_the_start_the_first_holds_the_day_and_after_the_end_the_last():
    assert period_holding("month", PILOT, AUGUST, date(2010, 1, 1)).label == "2016-10"
    assert period_holding("month", PILOT, AUGUST, date(2030, 1, 1)).label == "2019-09"


def test_a_period_is_over_from_the_day_after_its_last_day_in_force():
    last = period_holding("calendar_year", PILOT, AUGUST, date(2019, 9, 30))

    assert not last.over(date(2019, 9, 30))
    assert last.over(date(2019, 10, 1))


def test_an_agreement_without_an_end_in_sight_can_be_cut():
    endless = days((2016, 10, 1), (9999, 12, 31))

    for per in PERIOD_KINDS:
        assert period_holding(per, endless, AUGUST, date(9999, 12, 31)).days.last == date(9999, 12, 31)


@given(agreements, school_year_starts, st.sampled_from(PERIOD_KINDS))
def test_the_periods_are_the_agreements_life_without_gap_or_overlap(life: DayRange, starts: tuple[int, int], per: str):
    found = periods(per, life, starts, life.last)

    assert found[0].days.first == life.first
    assert found[-1].days.last == life.last
    assert all(a.days.last + timedelta(days=1) == b.days.first for a, b in itertools.pairwise(found))
    assert len({each.label for each in found}) == len(found)
    assert all(each.days == each.whole.cut(life) for each in found)


@given(agreements, school_year_starts, st.sampled_from(PERIOD_KINDS), st.data())
def test_the_period_that_holds_a_day_is_the_one_of_the_list(
    life: DayRange, starts: tuple[int, int], per: str, data: st.DataObject
):
    day = data.draw(st.dates(life.first, life.last))

    holding = [each for each in periods(per, life, starts, life.last) if day in each.days]

    assert holding == [period_holding(per, life, starts, day)]


def test_the_term_is_the_whole_life():
    assert term(PILOT).days == PILOT
    assert not term(PILOT).clipped
