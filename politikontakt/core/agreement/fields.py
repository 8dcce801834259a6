"""The shapes of what stands around the terms: ids, texts, days, time zone."""

import re
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from politikontakt.core.agreement.shapes import Names, Shape, Wrong, day
from politikontakt.core.encoding import UNSEEN
from politikontakt.core.privacy.national_ids import find_national_ids

FORMAT = 1
LONGEST_TEXT = 100_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""An agreement outside these years is a slip of the pen."""

_ID = re.compile(r"[a-z0-9_-]+")
_COMMITMENT_ID = re.compile(r"[A-Za-z0-9_-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_A_COMMON_YEAR = 2001


def format_number() -> Shape:
    """The number of the file's format. There is one."""

    def read(value: Any, _names: Names) -> Any:
        known = isinstance(value, int) and not isinstance(value, bool) and value == FORMAT
        return FORMAT if known else [Wrong("unknown_format", {"found": value, "known": FORMAT})]

    return Shape("format", read)


def text() -> Shape:
    """Free text, not empty, without signs that no one can see and without national identity numbers → str."""
    return Shape("text", lambda value, _names: _text(value))


def _text(value: Any) -> Any:
    if not isinstance(value, str):
        return [Wrong("not_text", {"found": value})]
    if not value.strip():
        return [Wrong("empty_text", {})]
    if len(value) > LONGEST_TEXT:
        return [Wrong("text_too_long", {"length": len(value), "most": LONGEST_TEXT})]
    hidden = UNSEEN.search(value)
    if hidden:
        return [
            Wrong("control_character", {"character": f"U+{ord(hidden.group()):04X}", "position": hidden.start() + 1})
        ]
    return [Wrong("national_id", {})] if find_national_ids(value) else value


def texts() -> Shape:
    """One text in one or more languages, by language code (two or three small letters) → dict[str, str]."""

    def read(value: Any, _names: Names) -> Any:
        if not isinstance(value, dict):
            return [Wrong("not_texts", {"found": value})]
        if not value:
            return [Wrong("no_language", {})]
        wrongs = [
            Wrong("not_language", {"found": language}, f".{language}")
            for language in value
            if not _LANGUAGE.fullmatch(language)
        ]
        for language, each in value.items():
            found = _text(each)
            if isinstance(found, list):
                wrongs += [Wrong(wrong.code, wrong.values, f".{language}") for wrong in found]
        return wrongs or dict(value)

    return Shape("texts", read)


def _matching(pattern: re.Pattern[str], code: str) -> Shape:
    def read(value: Any, _names: Names) -> Any:
        found = _text(value)
        if isinstance(found, list) or pattern.fullmatch(found):
            return found
        return [Wrong(code, {"found": value})]

    return Shape(code.removeprefix("not_"), read)


def identifier() -> Shape:
    """An id: `a-z 0-9 - _` → str."""
    return _matching(_ID, "not_id")


def commitment_identifier() -> Shape:
    """A commitment's id, which may have capital letters too → str."""
    return _matching(_COMMITMENT_ID, "not_commitment_id")


def near_day() -> Shape:
    """A local date within living memory or sight → date."""
    any_day = day()

    def read(value: Any, names: Names) -> Any:
        found = any_day.read(value, names)
        if isinstance(found, date) and not FIRST_YEAR <= found.year <= LAST_YEAR:
            return [Wrong("day_far_away", {"found": found, "first": FIRST_YEAR, "last": LAST_YEAR})]
        return found

    return Shape("day", read)


def month_day() -> Shape:
    """A day of every year, written `"MM-DD"` → (month, day). 29 February is not one."""

    def read(value: Any, _names: Names) -> Any:
        if not isinstance(value, str) or not _MONTH_DAY.fullmatch(value):
            return [Wrong("not_month_day", {"found": value})]
        try:
            found = date.fromisoformat(f"{_A_COMMON_YEAR}-{value}")
        except ValueError:
            return [Wrong("no_such_month_day", {"found": value})]
        return found.month, found.day

    return Shape("month_day", read)


def time_zone() -> Shape:
    """A time zone by its name in the tz database → str."""

    def read(value: Any, _names: Names) -> Any:
        try:
            return ZoneInfo(value).key
        except (TypeError, ValueError, OSError, LookupError, AttributeError):
            return [Wrong("unknown_time_zone", {"found": value})]

    return Shape("time_zone", read)
