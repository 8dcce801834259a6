"""The database of runs: a file of the kind a server has, with what a server sets, brought back after each run."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.simulator.machine import Line

NAME = "simulated.sqlite3"
WITHOUT_WAITING_FOR_THE_DISK = " PRAGMA synchronous=OFF;"
"""What a power failure does to a disk is not simulated."""


class Database:
    """A database of its own in a folder: its tables are those of another, or made by the servers' migrations.

    `opened` makes it the one that everything uses.

    `keep` remembers what is in it; `restore` brings that back, whatever was committed meanwhile: table by table, for
    all statements have to be made anew after a whole database was copied. The triggers that keep rows as they are
    stand in the way of that, and are dropped.
    """

    def __init__(self, folder: Path, like: sqlite3.Connection | None = None) -> None:
        self._file, self._kept = folder / NAME, folder / "kept.sqlite3"
        self._connection = _connection_to(self._file)
        self._beside = sqlite3.connect(self._file, isolation_level=None)
        if like:
            like.backup(self._beside)
        else:
            self._migrate()

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Use it within instead of the one that was open."""
        from django.db import connections

        before = connections["default"]
        connections["default"] = self._connection
        try:
            yield
        finally:
            connections["default"] = before

    def _migrate(self) -> None:
        from django.core.management import call_command

        with self.opened():
            call_command("migrate", verbosity=0, interactive=False)

    def keep(self) -> None:
        """Remember what is there now."""
        for (trigger,) in self._beside.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            self._beside.execute(f"DROP TRIGGER {trigger}")
        self._connection.close()  # so that every statement is made anew, and noticed
        Line.written.clear()
        self._beside.execute("VACUUM INTO ?", [str(self._kept)])
        self._beside.execute("ATTACH ? AS kept", [str(self._kept)])
        self._beside.execute("PRAGMA synchronous=OFF")

    def restore(self) -> None:
        """Bring back what was remembered. Nothing may be going on: what began must have ended, one way or another."""
        assert not self._connection.in_atomic_block, "a transaction was left open"
        line = self._connection.connection
        assert line is None or not line.in_transaction, "a transaction was left open below Django"
        self._beside.execute("BEGIN IMMEDIATE")
        for table in (*sorted(Line.written), "sqlite_sequence"):
            self._beside.execute(f"DELETE FROM main.{table}")
            self._beside.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")
        self._beside.execute("COMMIT")

    def content(self) -> list[str]:
        """Everything that is in it, as statements."""
        return list(self._beside.iterdump())

    def close(self) -> None:
        """Let go of it."""
        self._connection.close()
        self._beside.close()


@contextmanager
def outside_tests() -> Iterator[Path]:
    """Django, where no test runner has made ready, and a folder with an empty database that others are `made_like`."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(DJANGO_SETTINGS_MODULE="politikontakt.config.settings", POLITIKONTAKT_VAR=folder)
        os.environ.update(POLITIKONTAKT_DEMO="yes", POLITIKONTAKT_DATABASE_URL="")
        import django

        django.setup()
        Database(Path(folder)).close()
        yield Path(folder)


def made_like(folder: Path) -> Database:
    """A database of this process, like the empty one in a folder, and in it as long as that is there."""
    own = folder / str(os.getpid())
    own.mkdir()
    return Database(own, sqlite3.connect(folder / NAME))


def _connection_to(file: Path) -> Any:
    """A connection as the server's, but for the disk, and with a line that can be made to fail."""
    from django.db import connections

    from politikontakt.config.databases import database

    settings = {**connections.settings["default"], **database("", file)}
    opening = settings["OPTIONS"]["init_command"] + WITHOUT_WAITING_FOR_THE_DISK
    settings["OPTIONS"] = {**settings["OPTIONS"], "init_command": opening, "factory": Line}
    connection = connections.create_connection("default")
    connection.settings_dict = settings
    return connection
