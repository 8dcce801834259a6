"""The cohorts of pupils that spend school years in an agreement's life."""

from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.calendar.cohorts import cohorts
from politikontakt.core.calendar.ranges import DayRange
from tests.core.calendar.test_periods import AUGUST, PILOT, agreements, days, school_year_starts


def test_the_cohorts_of_the_pilot():
    found = [(each.window.label, each.window.days) for each in cohorts(PILOT, AUGUST, 3)]

    assert found == [
        ("2017", days((2016, 10, 1), (2017, 7, 31))),
        ("2018", days((2016, 10, 1), (2018, 7, 31))),
        ("2019", days((2016, 10, 1), (2019, 7, 31))),
        ("2020", days((2017, 8, 1), (2019, 9, 30))),
        ("2021", days((2018, 8, 1), (2019, 9, 30))),
        ("2022", days((2019, 8, 1), (2019, 9, 30))),
    ]


def test_a_cohort_is_labelled_by_the_year_its_last_school_year_ends():
    found = cohorts(days((2017, 1, 1), (2017, 12, 31)), (1, 1), 3)

    assert [each.window.label for each in found] == ["2017", "2018", "2019"]
    assert found[0].last_year == days((2017, 1, 1), (2017, 12, 31))


@given(agreements, school_year_starts, st.integers(1, 13))
def test_each_cohort_is_there_as_long_as_its_school_years(life: DayRange, starts: tuple[int, int], years: int):
    for each in cohorts(life, starts, years):
        assert each.window.whole.last == each.last_year.last >= life.first
        assert len(each.window.whole) // 365 == years
        assert each.window.days == each.window.whole.cut(life)
