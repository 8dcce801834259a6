"""The shapes a term's value may have in an agreement file.

A shape turns the value that TOML gives into the value the rule uses, or says with which fault
code it can't. It knows the agreement's names (roles, parties) through `Names`, so that a role
that does not exist is found while reading.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


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
    """Why a value can't be used: a fault code, the values its sentence needs, and where inside it."""

    code: str
    values: dict[str, object]
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """`read` gives the rule's value, or a list of what is wrong. `name` is for schemas and manuals."""

    name: str
    read: Callable[[Any, Names], "Any | list[Wrong]"]


def codes() -> Shape:
    """A list of codes (`a-z 0-9 - _`), none empty, at least one; one string is a list of one → tuple[str, ...]."""
    raise NotImplementedError


def one_code() -> Shape:
    """One code → str."""
    raise NotImplementedError


def whole_number(*, least: int = 0) -> Shape:
    """A whole number of at least `least` → int. True and 8.0 are not whole numbers."""
    raise NotImplementedError


def share() -> Shape:
    """A number from 0 to 1 → Fraction, exactly as written in decimals."""
    raise NotImplementedError


def number(*, above: int = 0) -> Shape:
    """A number above `above` → Fraction, exactly as written in decimals."""
    raise NotImplementedError


def yes_no() -> Shape:
    """true or false → bool."""
    raise NotImplementedError


def day() -> Shape:
    """A TOML local date → date."""
    raise NotImplementedError


def one_of(*choices: str) -> Shape:
    """One of the words → str."""
    raise NotImplementedError


def role() -> Shape:
    """A role of this agreement → str."""
    raise NotImplementedError


def roles_counted() -> Shape:
    """A table role = how many (at least 1) → tuple[tuple[str, int], ...] in the file's order."""
    raise NotImplementedError


def parties() -> Shape:
    """A list of party ids, at least one; one string is a list of one → tuple[str, ...]."""
    raise NotImplementedError


def places_matching() -> Shape:
    """A table with `place`, `teaches_stage`, `owner`, at least one of them → ForEach."""
    raise NotImplementedError


def stages() -> Shape:
    """Two school years, first and last, 1–13 → tuple[int, int]."""
    raise NotImplementedError


def words() -> Shape:
    """A list of free texts, none empty, at least one; one string is a list of one → tuple[str, ...]."""
    raise NotImplementedError


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
    "places_matching",
    "role",
    "roles_counted",
    "share",
    "stages",
    "whole_number",
    "words",
    "yes_no",
]
