"""The demo built once for all tests of this folder, and taken out of the database afterwards."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from politikontakt.config.demo.build import build_demo
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.tenants import within

Demo = dict[str, Municipality]


@pytest.fixture(scope="package")
def demo(django_db_setup: None, django_db_blocker) -> Iterator[Demo]:
    """The demo's municipalities by their slug. Tests that use it carry the mark `django_db`, so each undoes its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield {each.slug: each for each in build_demo()}
        transaction.set_rollback(True)


@pytest.fixture
def in_demo_malvik(demo: Demo) -> Iterator[Municipality]:
    """The demo's Malvik with its scope open."""
    with within(demo["malvik"]):
        yield demo["malvik"]
