"""Settings from the environment: read, checked and explained in one place."""

import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


class SettingMissing(ImproperlyConfigured):
    """A setting that must be there is not, or can't be used; the text says its name and what to set."""


def text(name: str, default: str | None = None, *, example: str = "") -> str:
    """The value of POLITIKONTAKT_<name>, or `default`; without either, an error that says what to set."""
    value = os.environ.get(f"POLITIKONTAKT_{name}", default)
    if value is None or (value == "" and default is None):
        raise SettingMissing(f"POLITIKONTAKT_{name} is not set. Set it to {example}.")
    return value


def yes(name: str, *, default: bool = False) -> bool:
    """Whether POLITIKONTAKT_<name> is yes, true, on or 1."""
    return os.environ.get(f"POLITIKONTAKT_{name}", "yes" if default else "no").lower() in {"1", "yes", "true", "on"}


def words(name: str, default: str | None = "", *, example: str = "") -> list[str]:
    """A comma-separated list; without a default there must be one."""
    return [word.strip() for word in text(name, default, example=example).split(",") if word.strip()]


def whole_number(name: str, default: int) -> int:
    """A whole number."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise SettingMissing(f"POLITIKONTAKT_{name} is “{value}”. Set it to a whole number, such as {default}.")
    return int(value)


def folder(name: str, default: Path) -> Path:
    """A folder, made if it is not there."""
    path = Path(os.environ.get(f"POLITIKONTAKT_{name}", default))
    path.mkdir(parents=True, exist_ok=True)
    return path


def under_test() -> bool:
    """Whether pytest or mypy runs us: both read the settings, neither is an installation."""
    return "pytest" in sys.modules or "mypy" in sys.modules
