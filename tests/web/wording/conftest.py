from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """These tests are about the source's own sentences."""
    with translation.override("en"):
        yield
