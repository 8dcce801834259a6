"""The second wall between municipalities: each connection carries the open scope, and row-level security reads it."""

from typing import Any

from django.db.backends.postgresql import base
from django_scopes.state import get_scope
from psycopg.pq import TransactionStatus

EVERYBODY = "all"
NOBODY = ""


class DatabaseWrapper(base.DatabaseWrapper):
    """Sets `politikontakt.municipality` before a statement whenever the scope is another than the last one."""

    _told: str | None = None

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor whose session knows the scope. After an error nothing can be told, and nothing read either."""
        wanted = scope_setting()
        if self._told != wanted and self.connection.info.transaction_status != TransactionStatus.INERROR:
            with self.connection.cursor() as cursor:
                cursor.execute("SELECT set_config('politikontakt.municipality', %s, false)", [wanted])
            self._told = wanted
        return super().create_cursor(name)

    def connect(self) -> None:
        """A new session has been told nothing."""
        self._told = None
        super().connect()

    def _rollback(self) -> None:
        super()._rollback()  # type: ignore[misc]
        self._told = None  # a setting made inside the transaction was undone with it

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._told = None


def scope_setting() -> str:
    """The open municipality's number in the database, or a word for everybody's or nobody's rows."""
    scope = get_scope()
    if not scope.get("_enabled", True):
        return EVERYBODY
    municipality = scope.get("municipality")
    return str(municipality.pk) if municipality is not None else NOBODY
