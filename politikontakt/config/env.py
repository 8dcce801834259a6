"""Settings from the environment: read, checked and explained in one place."""

import os
from pathlib import Path


class SettingMissing(Exception):
    """A setting that must be there is not; the text says its name and an example."""


def text(name: str, default: str | None = None, *, example: str = "") -> str:
    """The value of POLITIKONTAKT_<name>, or `default`; without either, an error that says what to set."""
    value = os.environ.get(f"POLITIKONTAKT_{name}", default)
    if value is None:
        raise SettingMissing(f"POLITIKONTAKT_{name} is not set. Set it to {example}.")
    return value


def yes(name: str, *, default: bool = False) -> bool:
    """Whether POLITIKONTAKT_<name> is yes, true, on or 1."""
    return os.environ.get(f"POLITIKONTAKT_{name}", "yes" if default else "no").lower() in {"1", "yes", "true", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in os.environ.get(f"POLITIKONTAKT_{name}", default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """A folder, made if it is not there."""
    path = Path(os.environ.get(f"POLITIKONTAKT_{name}", default))
    path.mkdir(parents=True, exist_ok=True)
    return path
