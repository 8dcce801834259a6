"""What a cell of the records folder may hold: how each kind is read and written.

A cell that can't be read raises `Unreadable` with a fault code. `write` gives text that `read`
turns back into the same value; None and () are empty cells.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

LONGEST_TEXT = 10_000
"""Characters in one cell. A note is a few sentences; more than this is a file gone wrong."""
_LARGEST_NUMBER = 1_000_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_WHOLE = re.compile(r"-?[0-9]+")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?([eE][+-]?[0-9]{1,2})?")
_SEPARATORS = re.compile(r"[;|]")


class Unreadable(Exception):
    """A cell that is not what its column holds."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Cell:
    """How one kind of cell is read and written.

    `varied`: nearly every row has its own value, so remembering them would only cost memory.
    `free_text`: anything can be written here, refs and codes too, so it is screened for what may not stand there.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    empty: Any = None
    varied: bool = False
    free_text: bool = False
    choices: tuple[str, ...] = field(default=())


def _read_text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise Unreadable("text_too_long", length=len(text), most=LONGEST_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _write_text(value: str | None) -> str:
    return "" if value is None else value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _read_list(text: str) -> tuple[str, ...]:
    items = (item.strip() for item in _SEPARATORS.split(_read_text(text)))
    return tuple(dict.fromkeys(item for item in items if item))


def _read_day(text: str) -> date:
    if not _DAY.fullmatch(text):
        raise Unreadable("not_day", found=text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable("no_such_day", found=text) from None


def _read_clock(text: str) -> time:
    if not _CLOCK.fullmatch(text):
        raise Unreadable("not_clock", found=text)
    return time.fromisoformat(text)


def _read_instant(text: str) -> datetime:
    if not _INSTANT.fullmatch(text):
        raise Unreadable("not_instant", found=text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable("no_such_day", found=text) from None


def _write_instant(value: datetime | None) -> str:
    return "" if value is None else value.isoformat().replace("+00:00", "Z")


def _read_number(text: str) -> Fraction:
    if not _DECIMAL.fullmatch(text):
        comma = text.count(",") == 1 and _DECIMAL.fullmatch(text.replace(",", "."))
        raise Unreadable("decimal_comma" if comma else "not_number", found=text)
    return Fraction(Decimal(text))


def _write_number(value: Fraction | None) -> str:
    """Decimals without exponent or trailing zeros. A value such as 1/3 can't be written and raises ValueError."""
    if value is None:
        return ""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
        if digits > 100:
            raise ValueError(f"{value} has no end in decimals")
    return f"{Decimal(int(value * 10**digits)).scaleb(-digits):f}"


def _write_plain(value: object) -> str:
    return "" if value is None else str(value)


def identifier() -> Cell:
    """An id of the row itself."""
    return Cell(_read_text, _write_text, varied=True, free_text=True)


def code() -> Cell:
    """A code or a reference: short, and the same in many rows."""
    return Cell(_read_text, _write_text, free_text=True)


def text() -> Cell:
    """What a person wrote."""
    return Cell(_read_text, _write_text, free_text=True)


def codes() -> Cell:
    """Several codes, separated by `;` or `|`. Said twice counts once → tuple[str, ...]."""
    return Cell(_read_list, lambda value: ";".join(value), empty=(), free_text=True)


def day() -> Cell:
    """YYYY-MM-DD → date."""
    return Cell(_read_day, lambda value: "" if value is None else value.isoformat())


def clock() -> Cell:
    """HH:MM → time."""
    return Cell(_read_clock, lambda value: "" if value is None else value.strftime("%H:%M"))


def instant() -> Cell:
    """A moment as ISO 8601, with or without offset → datetime. A day alone is its first moment."""
    return Cell(_read_instant, _write_instant, varied=True)


def number() -> Cell:
    """A decimal number with a point → Fraction, exactly as written."""
    return Cell(_read_number, _write_number)


def whole_number(*, least: int = 0, most: int = _LARGEST_NUMBER, empty: int | None = None) -> Cell:
    """A whole number from `least` to `most` → int."""

    def read(found: str) -> int:
        if not _WHOLE.fullmatch(found):
            raise Unreadable("not_whole_number", found=found)
        if found.startswith("-") and least == 0:
            raise Unreadable("below_zero", found=found)
        value = int(found[:12])
        if value < least:
            raise Unreadable("too_small", found=found, least=least)
        if value > most:
            raise Unreadable("too_large", found=found, most=most)
        return value

    return Cell(read, _write_plain, empty=empty)


def one_of(*choices: str, empty: str | None = None) -> Cell:
    """One word of a fixed list."""

    def read(found: str) -> str:
        if found not in choices:
            raise Unreadable("not_one_of", found=found, choices=choices)
        return choices[choices.index(found)]

    return Cell(read, _write_plain, empty=empty, choices=choices)


def several_of(*choices: str) -> Cell:
    """Several words of a fixed list, separated by `;` or `|`; `all` is the same as an empty cell."""

    def read(found: str) -> tuple[str, ...]:
        words = _read_list(found)
        for word in words:
            if word not in (*choices, "all"):
                raise Unreadable("not_one_of", found=word, choices=(*choices, "all"))
        return () if "all" in words else words

    return Cell(read, lambda value: ";".join(value), empty=(), choices=choices)


def yes_no(*, empty: bool | None = False) -> Cell:
    """yes or no → bool. An empty cell is `empty`, and `empty` is written as an empty cell."""

    def read(found: str) -> bool:
        if found not in ("yes", "no"):
            raise Unreadable("not_yes_no_cell", found=found)
        return found == "yes"

    def write(value: bool | None) -> str:
        return "" if value is None else "yes" if value else "no"

    return Cell(read, write, empty=empty)
