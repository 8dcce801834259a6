"""The town that runs start from."""

import pytest

from tests.simulator.town import Town, build


@pytest.fixture
def town(db: None) -> Town:
    """Two contacts, two schools, and a visit planned on each day on which runs start."""
    return build()
