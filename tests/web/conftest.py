"""Every test of a page begins with no pieces of pages kept. Tries to sign in are counted in the database."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _no_page_kept() -> None:
    caches["process"].clear()
