"""Chances in words."""

from fractions import Fraction

import pytest

from politikontakt.core.planner.forecast import Forecast
from politikontakt.web.ui.wording.outlooks import chance_sentence, outlook_sentences


def ahead(chance: str, *, done: int = 6, planned: int = 4, week: tuple[int, int] | None = (2018, 21)) -> Forecast:
    return Forecast(
        done=done,
        planned=planned,
        required=8,
        carried_out=Fraction(4, 5),
        chance=Fraction(chance),
        last_safe_week=week,
    )


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        ("0.71", "The chance of 8 is 7 in 10."),
        ("0.95", "8 is as good as certain."),
        ("0.05", "There is hardly any chance of 8."),
        # 0.949 is nine in ten, never certain
        ("0.949", "The chance of 8 is 9 in 10."),
    ],
)
def test_a_chance_is_said_in_tenths_and_of_what(chance, expected):
    assert outlook_sentences(ahead(chance)) == (expected, "Week 21 is the last safe week.")


def test_where_no_week_is_safe_any_more_it_says_so():
    assert outlook_sentences(ahead("0.3", week=None))[1] == "Too few weeks are left to be safe."


def test_what_is_reached_needs_no_outlook():
    assert outlook_sentences(ahead("1", done=8, week=None)) == ()


def test_the_ledger_says_only_a_chance_that_may_fail():
    assert [chance_sentence(ahead(each)) for each in ("0.71", "0.97")] == ["The chance of 8 is 7 in 10.", ""]


def test_too_few_in_the_plan_says_how_many_more():
    said = outlook_sentences(ahead("0", done=3, planned=4, week=(2018, 18)))

    assert said == ("1 more is needed for 8.", "Week 18 is the last safe week.")
