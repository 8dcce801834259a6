"""The town that runs start from."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.simulator.database import Database
from tests.simulator.town import Town, build


@pytest.fixture(scope="session")
def simulated(django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, Town]]:
    """A database of its own, with the town in it. Its transactions are real ones, so it can't be the other tests'."""
    with django_db_blocker.unblock():
        database = Database(tmp_path_factory.mktemp("simulated"))
        with database.opened():
            town = build(database)
        yield database, town
        database.close()


@pytest.fixture
def town(simulated: tuple[Database, Town], django_db_blocker: Any) -> Iterator[Town]:
    """Two contacts, two schools, and a visit planned on each day on which runs start."""
    database, town = simulated
    with django_db_blocker.unblock(), database.opened():
        yield town
