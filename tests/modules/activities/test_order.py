"""Lists stand in the same order whatever the database: what has no time of day stands as if it were the day's first."""

from datetime import date, time

import pytest

from politikontakt.modules.activities import queries
from tests import factories
from tests.factories import TODAY

BEFORE = date(2018, 3, 14)


@pytest.fixture
def day(in_malvik):
    """Four visits of one day, logged out of order, and one of the day before."""
    for ref, starts_at in (("ten", time(10)), ("none", None), ("eight", time(8)), ("none again", None)):
        factories.visit(TODAY, starts_at=starts_at, note=ref)
    factories.visit(BEFORE, starts_at=time(23), note="before")


def test_a_day_is_read_forwards(day):
    assert [each.note for each in queries.activities_on(TODAY)] == ["none", "none again", "eight", "ten"]


def test_the_log_is_read_backwards(day):
    assert [each.note for each in queries.activities()] == ["ten", "eight", "none again", "none", "before"]
