"""Malvik as a demo whose day is 15 March 2018, so that the pages have the tests' own today."""

from uuid import uuid4

import pytest

from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.services import set_demo_day
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from tests.factories import TODAY


@pytest.fixture
def malvik(malvik: Municipality) -> Municipality:
    """Malvik on 15 March 2018."""
    malvik.demo = True
    malvik.save()
    with within(malvik):
        set_demo_day(key=uuid4(), day=TODAY, by=SYSTEM)
    malvik.refresh_from_db()
    return malvik
