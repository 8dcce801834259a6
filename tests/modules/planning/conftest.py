"""A municipality that can be planned: two contacts, two schools, and settings for the eight visits."""

import pytest

from politikontakt.modules.access.models import Municipality
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories

SETTINGS = b"""
[blocks]
morning = ["08:00", "11:30"]
afternoon = ["12:00", "15:30"]
evening = ["17:00", "20:30"]

[limits]
weekly_minutes = 1350
evenings_per_week = 2
saturdays_per_three_weeks = 1

[travel]

[weights]
spread = 1.0
travel = 0.1
continuity = 25
evening_balance = 4
minute_balance = 0.0167

[[series]]
id = "lower-secondary"
commitment = "P12b"
minutes = 60
blocks = ["morning", "afternoon"]
"""


@pytest.fixture
def plannable(in_malvik: Municipality) -> Municipality:
    """Malvik with its scope open and planning.toml stored."""
    store_planning_file(key=factories.key(), source=SETTINGS, by=SYSTEM)
    return in_malvik
