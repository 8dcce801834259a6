"""What somebody with the database in hand could do: lift the triggers, and change rows behind the services' back."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

AUDIT = "audit_auditrow"


def tamper(statement: str, values: list[Any]) -> None:
    """Run a statement against the audit rows as if nothing kept them."""
    with unguarded(AUDIT), connection.cursor() as cursor:
        cursor.execute(statement, values)


@contextmanager
def unguarded(table: str) -> Iterator[None]:
    """A table without its triggers; they are back afterwards."""
    with _on_postgresql(table) if connection.vendor == "postgresql" else _on_sqlite(table):
        yield


@contextmanager
def _on_postgresql(table: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@contextmanager
def _on_sqlite(table: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _, made in triggers:
            cursor.execute(made)
