"""Rows that stay: triggers by which the database itself refuses to change or delete what was recorded.

For migrations, which name their tables and columns. On SQLite a migration that adds or changes a column makes the
table anew and loses its triggers, so it sets them again as its last operation (see directory 0003); they may be set
any number of times. `tests/modules/audit/test_staying.py` tells when one forgot. Whoever owns the database can
drop a trigger; what was changed then, the audit chain tells.
"""

from collections.abc import Iterable
from typing import Any

CHANGED, DELETED, REVIVED, AT_ONCE = "changed", "deleted", "revived", "deleted_at_once"
FUNCTION = "politikontakt_rows_stay"
_FUNCTION_BODY = f"""
    CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'rows of % are never %', TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
    END $$
"""  # noqa: E501 – SQL


def never_deleted(schema_editor: Any, table: str) -> None:
    """No row of the table is ever deleted."""
    _refuse(schema_editor, table, DELETED, "DELETE")
    if schema_editor.connection.vendor == "postgresql":
        _drop(schema_editor, table, AT_ONCE)
        _execute(schema_editor, _on_postgresql(table, AT_ONCE, "TRUNCATE", "STATEMENT"))


def never_changed(schema_editor: Any, table: str, columns: Iterable[str]) -> None:
    """None of these columns of a row is ever set again."""
    _refuse(schema_editor, table, CHANGED, f"UPDATE OF {', '.join(columns)}")


def never_revived(schema_editor: Any, table: str) -> None:
    """A row that no longer holds never holds again."""
    _refuse(schema_editor, table, REVIVED, "UPDATE OF holds", "NOT OLD.holds AND NEW.holds")


def changeable(schema_editor: Any, table: str) -> None:
    """Take the triggers of a table away."""
    for what in (CHANGED, DELETED, REVIVED, AT_ONCE):
        _drop(schema_editor, table, what)


def _drop(schema_editor: Any, table: str, what: str) -> None:
    of_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
    _execute(schema_editor, f"DROP TRIGGER IF EXISTS {_name(table, what)}{of_table}")


def _refuse(schema_editor: Any, table: str, what: str, event: str, when: str = "") -> None:
    _drop(schema_editor, table, what)
    if schema_editor.connection.vendor == "postgresql":
        _execute(schema_editor, _FUNCTION_BODY)
        _execute(schema_editor, _on_postgresql(table, what, event, "ROW", when))
    else:
        _execute(schema_editor, _on_sqlite(table, what, event, when))


def _on_postgresql(table: str, what: str, event: str, each: str, when: str = "") -> str:
    condition = f"WHEN ({when}) " if when else ""
    word = what.partition("_")[0]
    return (
        f"CREATE TRIGGER {_name(table, what)} BEFORE {event} ON {table} "
        f"FOR EACH {each} {condition}EXECUTE FUNCTION {FUNCTION}('{word}')"
    )


def _on_sqlite(table: str, what: str, event: str, when: str) -> str:
    condition = f"WHEN {when} " if when else ""
    said = f"rows of {table} are never {what}"
    return (
        f"CREATE TRIGGER {_name(table, what)} BEFORE {event} ON {table} "
        f"FOR EACH ROW {condition}BEGIN SELECT RAISE(ABORT, '{said}'); END"
    )


def _name(table: str, what: str) -> str:
    return f"{table}_never_{what}"


def _execute(schema_editor: Any, statement: str) -> None:
    schema_editor.execute(statement, params=None)
