"""Settings from the environment: read, checked and explained in one place."""

import os
import secrets
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

YES, NO = frozenset({"1", "yes", "true", "on"}), frozenset({"0", "no", "false", "off", ""})
THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]", "testserver")
"""The names an installation answers to when it was told none."""


class SettingWrong(ImproperlyConfigured):
    """A setting can't be used; the text says its name and what to set."""


def text(name: str, default: str) -> str:
    """The value of POLITIKONTAKT_<name>, or `default`."""
    return os.environ.get(f"POLITIKONTAKT_{name}", default)


def yes(name: str, *, default: bool = False) -> bool:
    """Whether POLITIKONTAKT_<name> is yes, true, on or 1; a word that is neither that nor a no is refused."""
    value = text(name, "yes" if default else "no").strip().lower()
    if value not in YES | NO:
        raise SettingWrong(f"POLITIKONTAKT_{name} is “{value}”. Set it to yes or no.")
    return value in YES


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def whole_number(name: str, default: int) -> int:
    """A whole number from 1 on."""
    value = text(name, str(default)).strip()
    if not value.isdecimal() or int(value) < 1:
        raise SettingWrong(f"POLITIKONTAKT_{name} is “{value}”. Set it to a whole number from 1 on, such as {default}.")
    return int(value)


def secret(name: str, kept_in: Path) -> str:
    """The value of POLITIKONTAKT_<name>, or a random one that is made once and kept in a file only we can read."""
    value = text(name, "")
    if value:
        return value
    try:
        if not kept_in.exists():
            made = kept_in.with_suffix(f".{os.getpid()}")
            made.touch(mode=0o600)
            made.write_text(secrets.token_urlsafe(48))
            made.replace(kept_in)
        return kept_in.read_text()
    except OSError as reason:
        raise SettingWrong(
            f"The key in {kept_in} can't be kept or read ({reason.strerror}). "
            f"Set POLITIKONTAKT_VAR to a folder that may be written to, or POLITIKONTAKT_{name} to a key of your own."
        ) from None


def kept_in(beside: Path) -> Path:
    """Where an installation keeps its things when nobody says: a clone in its `var`, else in the user's data folder."""
    if (beside / "pyproject.toml").exists():
        return beside / "var"
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "politikontakt"


def folder(name: str, default: Path) -> Path:
    """A folder, made if it is not there."""
    path = Path(os.environ.get(f"POLITIKONTAKT_{name}", default))
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise SettingWrong(
            f"POLITIKONTAKT_{name} is “{path}”, which can't be a folder of ours ({reason.strerror}). "
            "Set it to a folder that may be written to."
        ) from None
    return path


def under_test() -> bool:
    """Whether pytest or mypy runs us: both read the settings, neither is an installation."""
    return "pytest" in sys.modules or "mypy" in sys.modules
