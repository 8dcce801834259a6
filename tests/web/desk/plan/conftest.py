"""Berit at her desk, with a plan that can be laid, and one that is."""

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories
from tests.modules.planning.conftest import SETTINGS
from tests.web.desk.plan.asking import AUGUST, ask


@pytest.fixture
def client(malvik, berit, signed_in):
    """Berit at her desk on a Monday in August 2017, with settings to plan by."""
    malvik.demo, malvik.demo_day = True, AUGUST
    malvik.save()
    with within(malvik):
        store_planning_file(key=factories.key(), source=SETTINGS, by=SYSTEM)
    return signed_in(berit)


@pytest.fixture
def planned(client, malvik):
    """The year laid and accepted."""
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1"})
    return client
