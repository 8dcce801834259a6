"""What must be so before the server may start; each says in plain words what is wrong and what to do."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connection

from politikontakt.config.env import THIS_MACHINE

WANTED = {"journal_mode": "wal", "synchronous": "2"}
"""What SQLite must answer: write-ahead log, and every commit on disk (2 = FULL)."""


@register(Tags.database)
def sqlite_keeps_what_it_promises(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """Read back from SQLite how it stores, instead of trusting what was asked for."""
    if not databases or not on_a_file():
        return []
    return [_fault(name, found) for name, found in found_settings().items() if found != WANTED[name]]


@register(Tags.security, deploy=True)
def people_can_reach_it(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    """A real installation answers to a name that people type."""
    if set(settings.ALLOWED_HOSTS) - set(THIS_MACHINE):
        return []
    return [
        Error(
            "POLITIKONTAKT_HOSTS is not set. Set it to the name people type, such as politikontakt.malvik.no.",
            id="politikontakt.E002",
        )
    ]


def on_a_file() -> bool:
    """Whether the database is SQLite in a file. In memory, as tests have it, it can't keep a log."""
    return connection.vendor == "sqlite" and not connection.is_in_memory_db()  # type: ignore[attr-defined]


def found_settings() -> dict[str, str]:
    """SQLite's own answers."""
    with connection.cursor() as cursor:
        answers = {}
        for name in WANTED:
            cursor.execute(f"PRAGMA {name}")
            answers[name] = str(cursor.fetchone()[0])
    return answers


def _fault(name: str, found: str) -> CheckMessage:
    return Error(
        f"SQLite's {name} is {found}, and must be {WANTED[name]}: else a write could be lost or locked out.",
        hint="Keep the database on a local disk (not a network share), set by POLITIKONTAKT_VAR.",
        id="politikontakt.E001",
    )
