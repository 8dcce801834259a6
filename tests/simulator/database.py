"""A database of its own in memory, for runs outside the tests."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def in_memory() -> Iterator[None]:
    """Django with an empty, migrated database that is nowhere but here."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DJANGO_SETTINGS_MODULE="politikontakt.config.settings", POLITIKONTAKT_VAR=folder)
        os.environ.update(POLITIKONTAKT_DEMO="yes", POLITIKONTAKT_DATABASE_URL="")
        import django
        from django.db import connection

        django.setup()
        connection.creation.create_test_db(verbosity=0, serialize=False)
        yield
