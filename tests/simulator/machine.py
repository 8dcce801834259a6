"""Faults of the machine below the server: a database that gives up, and a process that is killed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.db import OperationalError, connection

MANNERS = REFUSES, ROLLS_BACK, UNSURE, KILLED = ("refuses", "rolls back", "is unsure", "is killed")
"""How it gives up: one statement is refused, and the transaction stands (a lock that is never given); everything since
the transaction began is rolled back with it (a full disk); what was committed is told as a failure (a line that is cut
just then); or the process dies, and nobody is answered."""


WRITES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


class Killed(BaseException):
    """The server's process died. Not an Exception, for nothing in it can act on that."""


class Fault:
    """One fault, which comes with a statement by its number: BEGIN, COMMIT, ROLLBACK and savepoints are counted too.

    An unsure database counts commits alone. `stored` says whether what was told as a failure was stored.
    """

    def __init__(self, at: int, manner: str) -> None:
        self.manner, self.happened, self.stored = manner, False, False
        self._left = at

    def __repr__(self) -> str:
        return f"{self.manner}, {self._left} later"

    def execute(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """A statement."""
        if self._comes("statement"):
            raise OperationalError("database is locked")
        return execute(sql, *rest)

    def commit(self, commit: Callable[[], None]) -> None:
        """The end of a transaction that is to stand."""
        comes = self._comes("commit")
        if not comes or self.manner == UNSURE:
            commit()
            self.stored = self.stored or comes
        if comes:
            raise sqlite3.OperationalError("disk I/O error")

    def rollback(self, rollback: Callable[[], None]) -> None:
        """The end of one that is not to. Where that fails, the connection is closed."""
        if self._comes("rollback"):
            raise sqlite3.OperationalError("disk I/O error")
        rollback()

    def _comes(self, what: str) -> bool:
        """Whether it comes just here. What is dead stays so."""
        if self.happened:
            return self.manner == KILLED
        self._left -= self.manner != UNSURE or what == "commit"
        self.happened = self._left == 0
        if self.happened and self.manner in (ROLLS_BACK, KILLED):
            connection.connection.undo()
        if self.happened and self.manner == KILLED:
            raise Killed
        return self.happened


class Line(sqlite3.Connection):
    """A connection to SQLite that can be made to fail at the ends of transactions.

    `written` are the tables that any statement of any such connection may have written to.
    """

    fault: Fault | None = None
    written: ClassVar[set[str]] = set()

    def __init__(self, *place: Any, **options: Any) -> None:
        super().__init__(*place, **options)
        self.set_authorizer(self._notice)

    def _notice(self, action: int, table: str | None, *_: object) -> int:
        """Asked by SQLite for everything that a statement is to do, when the statement is made."""
        if action in WRITES and table and not table.startswith("sqlite_"):
            self.written.add(table)
        return sqlite3.SQLITE_OK

    def commit(self) -> None:
        """Commit, or not."""
        self.fault.commit(super().commit) if self.fault else super().commit()

    def rollback(self) -> None:
        """Roll back, or not."""
        self.fault.rollback(super().rollback) if self.fault else super().rollback()

    def undo(self) -> None:
        """Roll back beside all that is counted, as the database itself does."""
        super().rollback()


@contextmanager
def giving_up(fault: Fault | None) -> Iterator[None]:
    """Work with a fault that is to come, or with none."""
    if fault is None:
        yield
        return
    connection.ensure_connection()
    line = connection.connection
    line.fault = fault
    try:
        with connection.execute_wrapper(fault.execute):
            yield
    finally:
        line.fault = None
