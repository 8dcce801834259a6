"""The small drawings: numbers in, places on the sheet out."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.web.ui.drawing.bar import ORDER, WIDTH, parts
from politikontakt.web.ui.drawing.pips import pips
from politikontakt.web.ui.drawing.steps import NARROW, WIDE, Course, chart

YEAR = DayRange(date(2017, 8, 1), date(2018, 7, 31))


def states(*numbers, **options) -> str:
    drawing = pips(*numbers, **options)
    assert drawing
    return "".join({"done": "●", "today": "◐", "open": "○"}[field.state] for field in drawing.fields)


@pytest.mark.parametrize(
    ("numbers", "drawn"),
    [
        ((5, 8), "●●●●●○○○"),
        ((0, 3), "○○○"),
        ((9, 8), "●●●●●●●●"),  # more than promised is not drawn
    ],
)
def test_pips_are_as_many_as_promised(numbers, drawn):
    assert states(*numbers) == drawn


@pytest.mark.parametrize("required", [0, -1, 25])
def test_nothing_to_count_or_too_much_is_not_drawn(required):
    assert pips(0, required) is None


def test_todays_field_is_the_next_one():
    assert states(4, 8, today=True) == "●●●●◐○○○"


def test_the_stroke_stands_after_as_many_as_were_expected():
    drawing = pips(3, 8, 4)

    assert drawing
    assert drawing.fields[3].x + drawing.field_width < drawing.mark < drawing.fields[4].x


def test_the_bars_fields_are_as_wide_as_they_are_many():
    drawn = parts({"kept": 2, "on_track": 15, "not_measured": 3})

    assert [(part.code, part.width) for part in drawn] == [("kept", 41.6), ("on_track", 312.0), ("not_measured", 62.4)]


def test_what_nobody_measured_has_no_colour():
    [part] = parts({"not_measured": 6})

    assert part.fill is None


def test_an_empty_bar_has_no_fields():
    assert parts({}) == parts({"kept": 0}) == ()


@given(some.dictionaries(some.sampled_from(ORDER), some.integers(1, 300), min_size=1))
def test_the_bars_fields_fill_its_width_without_overlap(counts):
    drawn = parts(counts)

    assert abs(drawn[-1].x + drawn[-1].width - WIDTH) < 1
    assert all(left.x + left.width <= right.x + 0.2 for left, right in pairwise(drawn))
    assert [part.count for part in drawn] == [counts[code] for code in ORDER if code in counts]


def course(**fields) -> Course:
    return Course(**{"period": YEAR, "today": date(2018, 3, 15), "required": 8, **fields})


def test_each_day_done_is_one_step_up():
    drawn = chart(course(done=(date(2017, 9, 12), date(2017, 10, 24))))

    assert drawn.dots[0][1] > drawn.dots[1][1]
    assert drawn.done.count("V") == 2


def test_the_plan_goes_on_from_what_is_done():
    drawn = chart(course(done=(date(2017, 9, 12),), planned=(date(2018, 4, 10),)))

    assert drawn.planned.startswith(f"M{drawn.today} {drawn.dots[0][1]}")
    assert drawn.rings[0][1] < drawn.dots[0][1]


def test_the_line_of_what_is_done_ends_today():
    drawn = chart(course(done=(date(2017, 9, 12),)))

    assert drawn.done.endswith(f"H{drawn.today}")


@pytest.mark.parametrize(
    ("today", "shown"), [(date(2017, 7, 31), False), (date(2017, 8, 1), True), (date(2018, 7, 31), True)]
)
def test_today_has_a_line_only_within_the_period(today, shown):
    assert (chart(course(today=today)).today is not None) == shown


def test_closed_days_outside_the_period_are_not_drawn():
    outside = DayRange(date(2018, 8, 1), date(2018, 8, 17))
    across = DayRange(date(2018, 6, 21), date(2018, 8, 17))

    [(x, width)] = chart(course(closed=(outside, across))).closed

    assert x + width == pytest.approx(WIDE.width - WIDE.right, abs=0.2)


def test_the_narrow_sheet_names_every_third_month():
    assert [day.month for _, day in chart(course(), NARROW).months] == [8, 11, 2, 5]


@given(some.sets(some.dates(YEAR.first, YEAR.last), max_size=40), some.integers(0, 30))
def test_everything_stays_on_the_sheet(days, required):
    drawn = chart(course(done=tuple(sorted(days)), required=required, today=YEAR.last))

    assert all(WIDE.left <= x <= WIDE.width - WIDE.right and WIDE.top <= y <= WIDE.floor for x, y in drawn.dots)
    assert len(drawn.rules) <= 6


def test_expected_counts_the_days_gone_by():
    expected = tuple(YEAR.first + timedelta(days=45 * number) for number in range(8))

    assert [course(expected=expected).expected_on(day) for day in (date(2017, 7, 31), YEAR.first, YEAR.last)] == [
        0,
        1,
        8,
    ]
