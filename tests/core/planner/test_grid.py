"""Where the items of a period lie."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.planner.grid import ideal, late_ideal, window

sizes = st.integers(1, 30).flatmap(
    lambda wanted: st.tuples(st.integers(1, wanted), st.just(wanted), st.integers(1, 400))
)


@pytest.mark.parametrize(
    ("ordinal", "wanted", "days", "expected"),
    [
        (1, 1, 1, (0, 0, 0)),  # one day for one
        (2, 4, 100, (37, 27, 47)),  # the middle of the second quarter, a tenth of it free at each end
        (4, 4, 100, (87, 77, 97)),
        (1, 8, 190, (11, 2, 21)),
        (3, 5, 3, (1, 1, 1)),  # more items than days: they share days
        (5, 5, 3, (2, 2, 2)),  # never past the last day
    ],
)
def test_an_item_lies_in_the_middle_of_its_own_part(ordinal, wanted, days, expected):
    assert (ideal(ordinal, wanted, days), *window(ordinal, wanted, days)) == expected


@given(sizes)
def test_whole_numbers_say_the_same_as_exact_fractions(size):
    ordinal, wanted, days = size
    part = Fraction(days, wanted)

    first, last = window(ordinal, wanted, days)

    assert ideal(ordinal, wanted, days) == floor(part * (ordinal - Fraction(1, 2)))
    assert first == floor(part * (ordinal - Fraction(9, 10)))
    assert last == min(days - 1, floor(part * (ordinal - Fraction(1, 10))))


@given(sizes)
def test_the_ideal_day_is_in_the_window_and_the_window_on_the_axis(size):
    ordinal, wanted, days = size

    first, last = window(ordinal, wanted, days)

    assert 0 <= first <= ideal(ordinal, wanted, days) <= last < days


@given(sizes)
def test_later_items_never_begin_before_earlier_ones(size):
    ordinal, wanted, days = size
    if ordinal == wanted:
        return

    first, last = window(ordinal, wanted, days)
    next_first, next_last = window(ordinal + 1, wanted, days)

    assert first <= next_first
    assert last <= next_last


@pytest.mark.parametrize(
    ("number", "late", "left", "expected"),
    [(1, 1, 10, 5), (1, 2, 10, 2), (2, 2, 10, 7), (3, 3, 2, 1)],
)
def test_late_items_are_spread_over_the_days_that_are_left(number, late, left, expected):
    assert late_ideal(number, late, left) == expected
