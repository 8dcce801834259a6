"""Texts, codes, and words of a list."""

import re
from collections.abc import Iterable
from typing import Any

from politikontakt.core.agreement.shapes.base import Names, Reader, Shape, Wrong, wrong
from politikontakt.core.agreement.shapes.lists import list_of

_CODE = re.compile(r"[\w-]+(?:[.:/][\w-]+)*")


def text(value: Any, _names: Names) -> Any:
    """Read a text that is not empty."""
    if not isinstance(value, str):
        return wrong("not_text", value)
    return value if value.strip() else [Wrong("empty_text", {})]


def known(choices: Iterable[str], code: str) -> Reader:
    """A reader of texts that are one of the choices; others get the fault of this code."""
    ours = tuple(choices)

    def read(value: Any, names: Names) -> Any:
        found = text(value, names)
        if isinstance(found, list) or found in ours:
            return found
        return wrong(code, value, choices=ours)

    return read


def _code(value: Any, names: Names) -> Any:
    found = text(value, names)
    if isinstance(found, list) or _CODE.fullmatch(found):
        return found
    return wrong("not_code", value)


def codes(*, may_be_empty: bool = False) -> Shape:
    """A list of codes (letters, digits, `- _`), one string is a list of one → tuple[str, ...].

    At least one, unless an empty list says the same as leaving the term out.
    """
    return Shape("codes", list_of(_code, may_be_empty=may_be_empty))


def one_code() -> Shape:
    """One code → str."""
    return Shape("code", _code)


def one_of(*choices: str) -> Shape:
    """One of the words → str."""
    return Shape("one_of", known(choices, "not_one_of"))


def words() -> Shape:
    """A list of free texts, none empty, at least one; one string is a list of one → tuple[str, ...]."""
    return Shape("words", list_of(text))
