"""Questions and writes of a single row, in SQL that is made once and kept.

Storing a visit takes about fifteen of them. Django makes the SQL of each anew, which takes several times as long as
the database needs to answer. Here a row is asked for by values that few rows have (its key, its number, the code
people know it by), stored, or set in some columns. Whatever asks for more is an ordinary queryset.

As everywhere, a row is one of the open scope's municipality, and without a scope it raises. No signals are sent.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from politikontakt.modules.audit.scoped import municipality_in_scope

Row = TypeVar("Row", bound=models.Model)
SCOPE = "municipality_id"


def row_by(model: type[Row], *, turn: bool = False, **values: Any) -> Row | None:
    """The row that has these values in these columns, or None; of several the oldest.

    `turn` waits until nobody else has the row, and keeps it until the transaction ends.
    """
    database = connections[DEFAULT_DB_ALIAS]
    locked = turn and database.features.has_select_for_update
    empty = tuple(name for name, value in values.items() if value is None)
    given = {SCOPE: municipality_in_scope(), **{name: values[name] for name in values if name not in empty}}
    question = _question(model, tuple(given), empty, locked, database.vendor)
    with database.cursor() as cursor:
        cursor.execute(question.sql, question.prepared(database, *given.values()))
        found = cursor.fetchone()
    return question.row(database, model, found) if found else None


def put(row: Row) -> Row:
    """Store a new row, which gets its number."""
    database, insertion = connections[DEFAULT_DB_ALIAS], _insertion(type(row))
    values = [each.get_db_prep_save(each.pre_save(row, True), database) for each in insertion.fields]
    with database.cursor() as cursor:
        cursor.execute(insertion.sql, values)
        row.pk = cursor.fetchone()[0]
    row._state.adding, row._state.db = False, database.alias
    return row


def set_in(row: models.Model, *, only_if: dict[str, Any] | None = None, **values: Any) -> bool:
    """Set columns of a row where it lies; `only_if` it has other values now. Whether it had."""
    conditions = {"id": row.pk, SCOPE: municipality_in_scope(), **(only_if or {})}
    database, change = connections[DEFAULT_DB_ALIAS], _change(type(row), tuple(values), tuple(conditions))
    with database.cursor() as cursor:
        cursor.execute(change.sql, change.prepared(database, *values.values(), *conditions.values()))
        found = bool(cursor.rowcount)
    for name, value in values.items() if found else ():
        setattr(row, name, value)
    return found


@dataclass(frozen=True, slots=True)
class _Statement:
    """SQL with places for the values of some fields."""

    sql: str
    fields: tuple[Any, ...]

    def prepared(self, database: BaseDatabaseWrapper, *values: Any) -> list[Any]:
        """Values as the database takes them."""
        return [field.get_db_prep_value(value, database) for field, value in zip(self.fields, values, strict=True)]


@dataclass(frozen=True, slots=True)
class _Question(_Statement):
    """SQL that asks for a whole row. `names` are its columns, `converters` by place make values of Python of them."""

    names: tuple[str, ...]
    converters: tuple[tuple[int, Any, Callable[..., Any]], ...]

    def row(self, database: BaseDatabaseWrapper, model: type[Row], found: Sequence[Any]) -> Row:
        """The row that was found."""
        values = list(found)
        for at, column, convert in self.converters:
            values[at] = convert(values[at], column, database)
        return model.from_db(database.alias, self.names, values)


@cache
def _question(
    model: type[models.Model], names: tuple[str, ...], empty: tuple[str, ...], locked: bool, vendor: str
) -> _Question:
    columns, given = model._meta.concrete_fields, _fields(model, names)
    where = _equal(given, " AND ") + "".join(f" AND {_listed([each])} IS NULL" for each in _fields(model, empty))
    sql = f"SELECT {_listed(columns)} FROM {_table(model)} WHERE {where} ORDER BY id LIMIT 1"  # noqa: S608
    asked = [(at, each.get_col(model._meta.db_table)) for at, each in enumerate(columns)]
    converters = [
        (at, column, convert)
        for at, column in asked
        for convert in (*connection.ops.get_db_converters(column), *column.get_db_converters(connection))
    ]
    names = tuple(each.attname for each in columns)
    return _Question(sql + " FOR UPDATE" * locked, given, names, tuple(converters))


@cache
def _insertion(model: type[models.Model]) -> _Statement:
    fields = tuple(each for each in model._meta.concrete_fields if not each.primary_key)
    places = ", ".join(["%s"] * len(fields))
    return _Statement(f"INSERT INTO {_table(model)} ({_listed(fields)}) VALUES ({places}) RETURNING id", fields)  # noqa: S608


@cache
def _change(model: type[models.Model], names: tuple[str, ...], where: tuple[str, ...]) -> _Statement:
    changed, given = _fields(model, names), _fields(model, where)
    sql = f"UPDATE {_table(model)} SET {_equal(changed, ', ')} WHERE {_equal(given, ' AND ')}"  # noqa: S608
    return _Statement(sql, (*changed, *given))


def _fields(model: type[models.Model], names: Sequence[str]) -> tuple[Any, ...]:
    """Fields by their names or by their columns'."""
    known = {each.attname: each for each in model._meta.concrete_fields}
    return tuple(known[each] if each in known else model._meta.get_field(each) for each in names)


def _table(model: type[models.Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _listed(fields: Sequence[Any]) -> str:
    return ", ".join(connection.ops.quote_name(each.column) for each in fields)


def _equal(fields: Sequence[Any], between: str) -> str:
    return between.join(f"{connection.ops.quote_name(each.column)} = %s" for each in fields)
