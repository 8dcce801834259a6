"""Which part of the day an hour lies in."""

from datetime import date, time

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.planning.parts_of_day import parts_of_day
from tests import factories
from tests.modules.planning.conftest import SETTINGS

DAY = date(2017, 9, 4)
LATE = SETTINGS.decode().replace('["12:00", "15:30"]', '["12:30", "16:45"]').encode()


@pytest.mark.parametrize(
    ("start", "part"),
    [
        (None, "morning"),
        (time(7), "morning"),
        (time(12, 15), "morning"),
        (time(12, 30), "afternoon"),
        (time(16, 15), "afternoon"),
        (time(16, 50), "afternoon"),
        (time(17), "evening"),
        (time(22), "evening"),
    ],
)
def test_an_hour_lies_in_the_block_of_the_settings_that_has_begun_last(malvik, start, part):
    with within(malvik):
        store_planning_file(key=factories.key(), source=LATE, by=SYSTEM)

        assert parts_of_day(DAY).holding(start) == part


@pytest.mark.parametrize(("start", "part"), [(time(11, 59), "morning"), (time(12), "afternoon"), (time(16), "evening")])
def test_without_settings_an_hour_lies_where_people_usually_say(malvik, start, part):
    with within(malvik):
        assert parts_of_day(DAY).holding(start) == part
