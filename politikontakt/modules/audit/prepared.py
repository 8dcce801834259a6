"""Questions that are asked so often that their SQL is made once and kept.

A phone fetches the days around today after everything it sends. Django makes the SQL of the same questions anew each
time, which takes several times as long as the database needs to answer. `Prepared` makes it once, from an ordinary
queryset in which `Given` stands where a value comes in.
"""

from collections.abc import Callable
from typing import Any, cast

from django.db import connection, models
from django.db.models.expressions import Expression
from django_scopes import scopes_disabled

from politikontakt.modules.audit.scoped import Scoped, municipality_in_scope

SCOPE = "municipality_in_scope"


class Given(Expression):
    """The place of a value that is given with each question, as `field` has it."""

    def __init__(self, name: str, field: "models.Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """A place in the SQL, with this for the time being."""
        return "%s", (self,)

    def value(self, values: dict[str, Any]) -> Any:
        """The value as the database takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection)


class Prepared:
    """A question by a queryset of `values_list`, which is made when it is first asked.

        NOTES = Prepared(lambda: Activity.current.filter(happened_on=Given("day", DateField())).values_list("note"))
        for (note,) in NOTES(day=today): …

    It sees the rows of the open scope's municipality alone, and raises without a scope, as a scoped manager does.
    """

    def __init__(self, queryset: "Callable[[], models.QuerySet[Any, Any]]") -> None:
        self._queryset = queryset
        self._made: dict[str, tuple[str, tuple[Any, ...], Any, Any]] = {}

    def __call__(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows, in the queryset's order."""
        values[SCOPE] = municipality_in_scope()
        if connection.vendor not in self._made:
            self._made[connection.vendor] = self._make()
        sql, places, compiler, converters = self._made[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(sql, [each.value(values) if isinstance(each, Given) else each for each in places])
            rows = iter(cursor.fetchall())
        return [tuple(each) for each in compiler.apply_converters(rows, converters)]

    def _make(self) -> tuple[str, tuple[Any, ...], Any, Any]:
        with scopes_disabled():
            queryset = self._queryset()
            path = cast(Scoped[Any], queryset.model._default_manager).path
            scoped = queryset.filter(**{path: Given(SCOPE, models.BigIntegerField())})
        compiler = scoped.query.get_compiler(connection.alias)
        sql, places = compiler.as_sql()
        return sql, tuple(places), compiler, compiler.get_converters([each for each, _, _ in compiler.select])
