"""Every test of a page begins with nothing kept: no pieces of pages, no count of tries to sign in."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()
