"""Which day a page speaks of: what was asked for where it can be, never a guess."""

from datetime import date

import pytest

from politikontakt.web.ui.as_of import read_day


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("2018-03-15", date(2018, 3, 15)),  # as a browser's field sends it
        ("15.3.2018", date(2018, 3, 15)),  # as people write it
        ("1950-01-01", date(1950, 1, 1)),
        ("2099-12-31", date(2099, 12, 31)),
        ("2018-02-30", None),
        ("1949-12-31", None),
        ("2100-01-01", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("next week", None),
    ],
)
def test_a_day_is_read_where_it_is_one_that_pages_can_speak_of(asked, day):
    assert read_day(asked) == day


@pytest.mark.parametrize("page", ["", "avtalen/", "arbeid/avtalen/", "arbeid/plan/", "arbeid/tapt-tid/"])
@pytest.mark.parametrize("far_away", ["0001-01-01", "9999-12-31"])
def test_a_day_far_away_shows_today(malvik, siri, signed_in, page, far_away):
    answer = signed_in(siri).get(f"/malvik/{page}", {"on": far_away})

    assert answer.status_code == 200
