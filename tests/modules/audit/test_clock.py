from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from politikontakt.modules.audit import clock

IN_2017 = datetime(2017, 3, 6, 12, tzinfo=UTC)
IN_2018 = datetime(2018, 3, 6, 12, tzinfo=UTC)


def test_the_clock_is_the_real_one_unless_told_otherwise():
    assert timezone.now() - clock.now() < timedelta(seconds=5)


def test_inside_it_is_the_instant_told_and_afterwards_what_it_was():
    with clock.at(IN_2017):
        with clock.at(IN_2018):
            assert clock.now() == IN_2018
        assert clock.now() == IN_2017

    assert clock.now() > IN_2018


def test_a_failure_inside_gives_the_real_clock_back():
    with pytest.raises(ZeroDivisionError), clock.at(IN_2017):
        _ = 1 / 0

    assert clock.now() > IN_2018
