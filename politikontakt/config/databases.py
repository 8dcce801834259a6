"""Which database: SQLite in a file unless an address of PostgreSQL is given."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from politikontakt.config.env import SettingWrong

KEPT_OPEN = None
"""Connections stay open between requests."""

ON_OPENING = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
WAIT_FOR_LOCK = 20
"""Seconds a write waits for the one before it."""


def database(url: str, file: Path) -> dict[str, Any]:
    """Django's settings for the database at `url`, or for SQLite in `file` where it is empty."""
    return postgresql(url) if url else sqlite(file)


def sqlite(file: Path) -> dict[str, Any]:
    """SQLite with one writer at a time who asks first, readers who never wait, and nothing lost at power failure."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": KEPT_OPEN,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": WAIT_FOR_LOCK, "init_command": ON_OPENING},
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL, with the open municipality told to its row-level security."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise SettingWrong(
            "POLITIKONTAKT_DATABASE_URL can't be used. "
            "Set it to an address such as postgresql://user:password@db.example.no:5432/politikontakt."
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "politikontakt.config.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
