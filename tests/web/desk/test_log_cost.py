"""The log asks no more for many rows than for few."""

from datetime import date, timedelta

import pytest

from politikontakt.modules.access.tenants import within
from tests import factories

LOG = "/malvik/arbeid/logg/"


@pytest.mark.parametrize("visits", [1, 3, 30])
def test_the_log_read_before_takes_six_queries(malvik, berit, signed_in, django_assert_num_queries, visits):
    with within(malvik):
        for number in range(visits):
            factories.visit(date(2018, 1, 8) + timedelta(days=number))
    client = signed_in(berit)
    client.get(LOG)

    with django_assert_num_queries(6):
        client.get(LOG)


def test_a_new_place_can_be_chosen_at_once(malvik, berit, signed_in):
    client = signed_in(berit)
    with within(malvik):
        factories.visit(date(2018, 1, 8))
    client.get(LOG)
    with within(malvik):
        factories.school("ny", "Ny skole")

    assert "Ny skole" in client.get(LOG).content.decode()
