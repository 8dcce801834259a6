"""How likely a promised number is to be reached."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.commitments.judge import find_case
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.planner.forecast import (
    SAFE,
    chance_carried_out,
    chance_of_at_least,
    forecast,
    last_safe_week,
)
from politikontakt.core.planner.outlook import outlook
from tests.core.planner.scenes import Scene, terms

FOUR_FIFTHS = Fraction(4, 5)
chances = st.fractions(0, 1, max_denominator=20)


@pytest.mark.parametrize(
    ("wanted", "tries", "percent"),
    [
        (8, 8, 17),  # eight planned give eight done in 17 % of years
        (8, 10, 68),  # ten planned in 68 %
        (0, 0, 100),
        (1, 0, 0),
        (-2, 3, 100),  # more than enough is done
    ],
)
def test_planned_is_not_done(wanted, tries, percent):
    assert round(100 * chance_of_at_least(wanted, tries, FOUR_FIFTHS)) == percent


@given(st.integers(0, 12), st.integers(0, 12), chances)
def test_one_more_planned_never_makes_it_less_likely(wanted, tries, chance):
    less, more = (chance_of_at_least(wanted, tries + one, chance) for one in (0, 1))

    assert 0 <= less <= more <= 1


@given(st.integers(0, 8), chances)
def test_the_chances_of_each_number_add_up(tries, chance):
    exactly = [
        chance_of_at_least(hits, tries, chance) - chance_of_at_least(hits + 1, tries, chance)
        for hits in range(tries + 1)
    ]

    assert sum(exactly) == 1


def test_a_place_without_a_record_is_thought_to_do_four_of_five():
    assert chance_carried_out(0, 0) == FOUR_FIFTHS
    assert chance_carried_out(3, 2) == Fraction(7, 10)
    assert chance_carried_out(95, 5) == Fraction(99, 105)


WEEKDAYS = [date(2018, 5, 7) + timedelta(days=number) for number in range(40) if number % 7 < 5]  # weeks 19 to 24


@pytest.mark.parametrize(
    ("missing", "chance", "week"),
    [
        (2, Fraction(3, 4), (2018, 21)),  # four weeks are safe and three are not
        (2, Fraction(1), (2018, 23)),
        (1, Fraction(1, 2), (2018, 21)),
        (6, Fraction(1), (2018, 19)),
        (6, FOUR_FIFTHS, None),  # no week is left in which six could safely begin
        (0, FOUR_FIFTHS, None),  # nothing is missing
    ],
)
def test_the_last_safe_week_leaves_enough_weeks_for_the_rest(missing, chance, week):
    assert last_safe_week(missing, chance, WEEKDAYS) == week


@given(st.integers(1, 6), st.fractions(Fraction(1, 2), 1, max_denominator=10))
def test_beginning_in_the_last_safe_week_is_safe_and_a_week_later_is_not(missing, chance):
    week = last_safe_week(missing, chance, WEEKDAYS)
    weeks = sorted({day.isocalendar()[:2] for day in WEEKDAYS})
    left = len([each for each in weeks if week and each >= week])

    assert week is None or chance_of_at_least(missing, left, chance) >= SAFE
    assert week is None or chance_of_at_least(missing, left - 1, chance) < SAFE


def test_a_forecast_holds_all_its_numbers():
    found = forecast(done=6, planned=4, required=8, carried_out=1, missed=1, days_left=WEEKDAYS)

    assert (found.carried_out, found.last_safe_week) == (Fraction(5, 7), (2018, 21))
    assert found.chance == 1 - Fraction(2, 7) ** 4 - 4 * Fraction(5, 7) * Fraction(2, 7) ** 3


ACTIVITIES = "id,kind,status,date,minutes,place,people\n"
A_YEAR = Scene(commitments={"P1": terms(at_least="8", per='"school_year"')})


def seen(scene: Scene, on: date):
    case = find_case(
        Matter(scene.agreement(), scene.records()), commitment="P1", subject="sveberg", period_first=on, on=on
    )
    assert case is not None
    return outlook(case)


def test_the_outlook_of_a_school_comes_from_its_own_record():
    rows = ACTIVITIES + (
        "a,school_visit,done,2016-09-06,60,sveberg,anna\n"
        "b,school_visit,done,2016-10-04,60,sveberg,anna\n"
        "c,school_visit,cancelled,2016-11-01,60,sveberg,anna\n"
        "d,school_visit,planned,2016-11-08,60,sveberg,anna\n"  # the day is past: not done
        "e,school_visit,planned,2017-02-07,60,sveberg,anna\n"
        "f,school_visit,planned,2017-02-07,60,sveberg,anna\n"  # the same day
    )

    found = seen(A_YEAR.with_files(activities=rows), date(2017, 1, 10))

    assert (found.done, found.planned, found.required) == (2, 1, 8)
    assert found.carried_out == Fraction(2 + 4, 4 + 5)
    assert found.chance == 0


def test_there_is_no_outlook_on_a_period_that_is_over():
    assert seen(A_YEAR, date(2017, 7, 31)) is not None
    matter = Matter(A_YEAR.agreement(), A_YEAR.records())
    over = find_case(matter, commitment="P1", subject="sveberg", period_first=date(2016, 9, 1), on=date(2017, 8, 1))
    assert outlook(over) is None
