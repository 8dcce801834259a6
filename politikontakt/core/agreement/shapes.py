"""The shapes a term's value may have in an agreement file.

A shape turns the value that TOML gives into the value the rule uses, or says with which fault
code it can't. It knows the agreement's names (roles, parties) through `Names`, so that a role
that does not exist is found while reading.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from politikontakt.core.agreement.vocabulary import FIRST_STAGE, LAST_STAGE, PLACE_KINDS

_MOST_DIGITS = 30
_CODE = re.compile(r"[\w-]+(?:[.:/][\w-]+)*")


@dataclass(frozen=True, slots=True)
class ForEach:
    """Which places a promise holds for, each by itself. None = any. All that are set must match."""

    place: str | None = None
    teaches_stage: int | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What the file has named so far: ids that terms may refer to."""

    roles: frozenset[str]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a value can't be used: a fault code, the values its sentence needs, and where inside it.

    `inside` is empty for the value itself, else the way into it: `[2]` or `.teaches_stage`.
    """

    code: str
    values: dict[str, object]
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """`read` gives the rule's value, or a list of what is wrong. `name` is for schemas and manuals."""

    name: str
    read: Callable[[Any, Names], "Any | list[Wrong]"]


def _wrong(code: str, found: object, **values: object) -> list[Wrong]:
    return [Wrong(code, {"found": found, **values})]


def _text(value: Any, _names: Names) -> Any:
    if not isinstance(value, str):
        return _wrong("not_text", value)
    return value if value.strip() else [Wrong("empty_text", {})]


def _code(value: Any, names: Names) -> Any:
    text = _text(value, names)
    if isinstance(text, list) or _CODE.fullmatch(text):
        return text
    return _wrong("not_code", value)


def _one_of(choices: Iterable[str], code: str) -> Callable[[Any, Names], Any]:
    known = tuple(choices)

    def read(value: Any, names: Names) -> Any:
        text = _text(value, names)
        if isinstance(text, list) or text in known:
            return text
        return _wrong(code, value, choices=known)

    return read


def _role(value: Any, names: Names) -> Any:
    return _one_of(sorted(names.roles), "unknown_role")(value, names)


def _party(value: Any, names: Names) -> Any:
    return _one_of(sorted(names.parties), "unknown_party")(value, names)


def _whole_number(value: Any, *, least: int, most: int | None = None) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        return _wrong("not_whole_number", value)
    if value < least:
        return _wrong("too_small", value, least=least)
    return value if most is None or value <= most else _wrong("too_large", value, most=most)


def _exact(value: Any) -> Fraction | None:
    """The number as it is written, without binary rounding. None for what is no finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    written = Decimal(str(value))
    return Fraction(written) if written.is_finite() and abs(written.adjusted()) <= _MOST_DIGITS else None


def _each(items: list[Any], read: Callable[[Any, Names], Any], names: Names) -> Any:
    results = [read(item, names) for item in items]
    wrongs = [
        Wrong(wrong.code, wrong.values, f"[{position}]{wrong.inside}")
        for position, result in enumerate(results)
        if isinstance(result, list)
        for wrong in result
    ]
    wrongs += [
        Wrong("repeated_item", {"found": item}, f"[{position}]")
        for position, item in enumerate(items)
        if isinstance(item, str) and item in items[:position]
    ]
    return wrongs or tuple(results)


def _list_of(read: Callable[[Any, Names], Any], *, may_be_empty: bool = False) -> Callable[[Any, Names], Any]:
    def read_list(value: Any, names: Names) -> Any:
        if isinstance(value, str):
            single = read(value, names)
            return single if isinstance(single, list) else (single,)
        if not isinstance(value, list):
            return _wrong("not_list", value)
        return _each(value, read, names) if value or may_be_empty else [Wrong("empty_list", {})]

    return read_list


def codes(*, may_be_empty: bool = False) -> Shape:
    """A list of codes (letters, digits, `- _`), one string is a list of one → tuple[str, ...].

    At least one, unless an empty list says the same as leaving the term out.
    """
    return Shape("codes", _list_of(_code, may_be_empty=may_be_empty))


def one_code() -> Shape:
    """One code → str."""
    return Shape("code", _code)


def whole_number(*, least: int = 0) -> Shape:
    """A whole number of at least `least` → int. True and 8.0 are not whole numbers."""
    return Shape("whole_number", lambda value, _names: _whole_number(value, least=least))


def share() -> Shape:
    """A number from 0 to 1 → Fraction, exactly as written in decimals."""

    def read(value: Any, _names: Names) -> Any:
        exact = _exact(value)
        return exact if exact is not None and 0 <= exact <= 1 else _wrong("not_share", value)

    return Shape("share", read)


def number(*, above: int = 0) -> Shape:
    """A number above `above` → Fraction, exactly as written in decimals."""

    def read(value: Any, _names: Names) -> Any:
        exact = _exact(value)
        if exact is None:
            return _wrong("not_number", value)
        return exact if exact > above else _wrong("not_above", value, above=above)

    return Shape("number", read)


def yes_no() -> Shape:
    """true or false → bool."""
    return Shape("yes_no", lambda value, _names: value if isinstance(value, bool) else _wrong("not_yes_no", value))


def day() -> Shape:
    """A TOML local date → date. A date with a time of day is not one."""

    def read(value: Any, _names: Names) -> Any:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        return value if is_day else _wrong("not_day", value)

    return Shape("day", read)


def one_of(*choices: str) -> Shape:
    """One of the words → str."""
    return Shape("one_of", _one_of(choices, "not_one_of"))


def role() -> Shape:
    """A role of this agreement → str."""
    return Shape("role", _role)


def roles_counted() -> Shape:
    """A table role = how many (at least 1) → tuple[tuple[str, int], ...] in the file's order. Empty asks for nobody."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, dict):
            return _wrong("not_table", value)
        wrongs = [
            Wrong(wrong.code, wrong.values, f".{name}")
            for name, many in value.items()
            for result in (_role(name, names), _whole_number(many, least=1))
            if isinstance(result, list)
            for wrong in result
        ]
        return wrongs or tuple(value.items())

    return Shape("roles_counted", read)


def party() -> Shape:
    """A party of this agreement → str."""
    return Shape("party", _party)


def parties() -> Shape:
    """A list of party ids, at least one; one string is a list of one → tuple[str, ...]."""
    return Shape("parties", _list_of(_party))


def _stage(value: Any, _names: Names) -> Any:
    return _whole_number(value, least=FIRST_STAGE, most=LAST_STAGE)


_PLACE_KEYS: dict[str, Callable[[Any, Names], Any]] = {
    "place": _one_of(PLACE_KINDS, "not_one_of"),
    "teaches_stage": _stage,
    "owner": _text,
}


def _place_key(key: str, value: Any, names: Names) -> Any:
    if key not in _PLACE_KEYS:
        return _wrong("unknown_key", key, choices=tuple(_PLACE_KEYS))
    return _PLACE_KEYS[key](value, names)


def places_matching() -> Shape:
    """A table with `place`, `teaches_stage`, `owner`, at least one of them → ForEach."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, dict):
            return _wrong("not_table", value)
        if not value:
            return [Wrong("empty_table", {})]
        results = {key: _place_key(key, found, names) for key, found in value.items()}
        wrongs = [
            Wrong(wrong.code, wrong.values, f".{key}")
            for key, result in results.items()
            if isinstance(result, list)
            for wrong in result
        ]
        return wrongs or ForEach(**results)

    return Shape("places_matching", read)


def stages() -> Shape:
    """Two school years, first and last, 1–13 → tuple[int, int]."""

    def read(value: Any, names: Names) -> Any:
        if not isinstance(value, list) or len(value) != 2:
            return _wrong("not_two_stages", value)
        results = _each(value, _stage, names)
        if isinstance(results, tuple) and results[0] > results[1]:
            return _wrong("stages_backwards", value)
        return results

    return Shape("stages", read)


def words() -> Shape:
    """A list of free texts, none empty, at least one; one string is a list of one → tuple[str, ...]."""
    return Shape("words", _list_of(_text))


__all__ = [
    "ForEach",
    "Names",
    "Shape",
    "Wrong",
    "codes",
    "date",
    "day",
    "number",
    "one_code",
    "one_of",
    "parties",
    "party",
    "places_matching",
    "role",
    "roles_counted",
    "share",
    "stages",
    "whole_number",
    "words",
    "yes_no",
]
