"""What every test may ask for: two municipalities, and the people the tests are told about.

Berit is a contact in Malvik, Arne one in Stjørdal, Siri the council's secretary in Malvik, and nobody is nobody.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from politikontakt.modules.access.models import Municipality, User
from politikontakt.modules.access.tenants import within
from politikontakt.modules.compliance.queries import forget
from tests import factories


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def malvik(db: None) -> Municipality:
    """Malvik with its agreement, places, people and roles; the scope is not open."""
    return factories.malvik()


@pytest.fixture
def stjordal(db: None) -> Municipality:
    """Stjørdal, which has a school and a contact of its own."""
    return factories.stjordal()


@pytest.fixture
def in_malvik(malvik: Municipality) -> Iterator[Municipality]:
    """Malvik with its scope open, for tests of services and queries."""
    with within(malvik):
        yield malvik


@pytest.fixture
def berit(malvik: Municipality) -> User:
    """Berit, contact in Malvik."""
    return User.objects.get(email="berit@politi.example")


@pytest.fixture
def siri(malvik: Municipality) -> User:
    """Siri, secretary of Malvik's council."""
    return User.objects.get(email="siri@malvik.example")


@pytest.fixture
def arne(stjordal: Municipality) -> User:
    """Arne, contact in Stjørdal, with nothing to do in Malvik."""
    return User.objects.get(email="arne@politi.example")


@pytest.fixture
def signed_in() -> Any:
    """A browser's session of a user: `signed_in(berit).get("/malvik/arbeid/")`."""

    def client_of(user: User | None) -> Client:
        client = Client()
        if user:
            client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return client_of


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what only PostgreSQL has, where the tests run on SQLite; `test_postgresql.py` runs it."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        return
    left_out = [item for item in items if item.get_closest_marker("postgres")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
