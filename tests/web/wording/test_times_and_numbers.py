from datetime import date, time
from fractions import Fraction

import pytest

from politikontakt.core.calendar.periods import PERIOD_KINDS, period_holding
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.web.ui.wording import codes, dates, numbers, periods, texts

LIFE = DayRange(date(2016, 10, 1), date(2019, 9, 30))


@pytest.mark.parametrize(
    ("per", "words"),
    [
        ("calendar_year", "2018"),
        ("school_year", "school year 2017/18"),
        ("agreement_year", "agreement year 2"),
        ("half_year", "first half of 2018"),
        ("calendar_quarter", "quarter 1 of 2018"),
        ("agreement_quarter", "agreement quarter 6"),
        ("month", "March 2018"),
        ("week", "week 11 of 2018"),
        ("term", "the agreement's whole life"),
    ],
)
def test_a_period_is_told_as_people_say_it(per: str, words: str):
    label = period_holding(per, LIFE, (8, 1), date(2018, 3, 15)).label

    assert periods.period(label) == words


def test_every_kind_of_period_is_told_apart_from_its_label():
    labels = {per: period_holding(per, LIFE, (8, 1), date(2018, 10, 2)).label for per in PERIOD_KINDS}

    assert [per for per, label in labels.items() if periods.period(label) == label] == ["calendar_year"]


def test_the_label_of_a_class_is_the_year_it_leaves():
    assert periods.period("2018", "cohort") == "leaving in 2018"
    assert periods.period("2018", "count") == "2018"


def test_days_and_times():
    assert dates.day(date(2018, 3, 5)) == "5 March 2018"
    assert dates.day_in_year(date(2018, 3, 5)) == "5 March"
    assert dates.month(date(2018, 3, 5)) == "March 2018"
    assert dates.clock(time(8, 5)) == "08:05"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2017, 5, 2), date(2017, 5, 2), "2 May 2017"),
        (date(2017, 5, 2), date(2017, 5, 14), "2–14 May 2017"),
        (date(2017, 5, 2), date(2017, 6, 1), "2 May to 1 June 2017"),
        (date(2016, 12, 31), date(2017, 1, 1), "31 December 2016 to 1 January 2017"),
    ],
)
def test_what_both_ends_share_is_said_once(first: date, last: date, words: str):
    assert dates.span(DayRange(first, last)) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (Fraction(2, 3), "67%"), (0.999, "99%"), (1, "100%")]
)
def test_only_nothing_is_none_and_only_all_is_all(share: float, words: str):
    assert numbers.percent(share) == words


@pytest.mark.parametrize(("value", "words"), [(12.5, "12.5"), (12.0, "12"), (Fraction(1, 3), "0.33"), (-0.5, "-0.5")])
def test_decimals_that_say_nothing_are_left_out(value: float, words: str):
    assert numbers.decimal(value) == words


def verdict(**fields: object) -> Verdict:
    return Verdict(commitment="V1", clause="1", standing=Standing.KEPT, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (verdict(done=3, required=8), "3 of 8"),
        (verdict(done=0, required=0), "0 of 0"),
        (verdict(answered=5, due=6), "5 of 6"),
        (verdict(share=0.64, coverage=0.6), "64%"),
        (verdict(days_late=1), "1 day late"),
        (verdict(days_late=47), "47 days late"),
        (verdict(gap_days=13), "13 days without"),
        (verdict(gap_days=0, changes=0), ""),
        (verdict(), ""),
    ],
)
def test_the_number_that_sums_up(made: Verdict, words: str):
    assert numbers.number_of(made) == words


def test_lists():
    assert codes.joined_and(["a"]) == "a"
    assert codes.joined_and(["a", "b", "c"]) == "a, b and c"
    assert codes.joined_or(["a", "b"]) == "a or b"
    assert codes.joined_and([]) == ""


@pytest.mark.parametrize(
    ("language", "text"), [("nb", "bokmål"), ("nn", "nynorsk"), ("en", "bokmål"), ("se", "bokmål")]
)
def test_a_text_comes_in_the_nearest_language_there_is(language: str, text: str):
    assert (
        texts.in_language(
            {"se": "davvisámegiella", "nn": "nynorsk", "nb": "bokmål"}
            if language != "se"
            else {"nn": "nynorsk", "nb": "bokmål"},
            language,
        )
        == text
    )


def test_a_text_in_one_language_comes_in_that():
    assert texts.in_language({"sma": "åarjelsaemien"}, "nb") == "åarjelsaemien"
