"""What a shape is: it reads a value as TOML gives it, or says with which fault code it can't."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


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


Reader = Callable[[Any, Names], Any]
"""Gives the rule's value, or a list of what is wrong."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`read` gives the rule's value, or a list of what is wrong. `name` is for schemas and manuals."""

    name: str
    read: Reader


def wrong(code: str, found: object, **values: object) -> list[Wrong]:
    """What a reader gives for a value that can't be used."""
    return [Wrong(code, {"found": found, **values})]
