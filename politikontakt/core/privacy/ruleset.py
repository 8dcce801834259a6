"""The rules of the free-text screen, read once from the data file that the phone reads as well.

A rule's text may name a macro in angle brackets (`<letter>`); `names` and `names_lower` are made from the lists of
first names. Patterns keep to what Python's `re` and JavaScript's `RegExp` (flag `u`) understand alike.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_MACRO = re.compile(r"<([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way that a class of personal data is written, and what around it says that it is something else.

    `unless` is tried on all of the match; `not_after` and `only_after` on the text just before it; `not_before` on the
    text just after it.
    """

    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    only_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class DigitRules:
    """How digits are written and what may part them. Read without the patterns, which take a while to compile."""

    months_added: tuple[int, ...]
    separators: frozenset[str]
    separators_in_a_row: int
    zeros: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The patterns of each class of personal data. `classes` are in the order in which they win over each other."""

    classes: tuple[tuple[str, tuple[Pattern, ...]], ...]
    context: int
    letter: str


@cache
def digit_rules() -> DigitRules:
    """What `shared/screen.json` says of digits."""
    ids = _source()["national_id"]
    return DigitRules(
        months_added=tuple(ids["months_added"]),
        separators=frozenset(ids["separators"]),
        separators_in_a_row=ids["separators_in_a_row"],
        zeros=tuple(ids["digit_zeros"]),
    )


@cache
def ruleset() -> Ruleset:
    """The patterns in `shared/screen.json`, compiled."""
    source = _source()
    macros = _macros(source)
    return Ruleset(
        classes=tuple(
            (each["name"], tuple(_pattern(pattern, macros) for pattern in each["patterns"]))
            for each in source["classes"]
        ),
        context=source["context"],
        letter=macros["letter"],
    )


def _source() -> Any:
    return json.loads(files(__package__).joinpath("shared/screen.json").read_text(encoding="utf-8"))


def _macros(source: Mapping[str, Any]) -> dict[str, str]:
    in_lower_case = set(source["first_names"]) - set(source["first_names_that_are_words"])
    return {
        **source["macros"],
        "names": _either(source["first_names"]),
        "names_lower": _either(name.lower() for name in in_lower_case),
    }


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


def _pattern(written: Mapping[str, Any], macros: Mapping[str, str]) -> Pattern:
    def compiled(key: str, form: str = "{}", flags: int = re.IGNORECASE) -> re.Pattern[str] | None:
        return re.compile(form.format(_expanded(written[key], macros)), flags) if key in written else None

    return Pattern(
        find=re.compile(_expanded(written["find"], macros), 0 if written.get("case") else re.IGNORECASE),
        unless=compiled("unless", "^(?:{})$", re.IGNORECASE),
        not_after=compiled("not_after"),
        only_after=compiled("only_after"),
        not_before=compiled("not_before"),
    )


def _expanded(text: str, macros: Mapping[str, str]) -> str:
    while found := _MACRO.search(text):
        text = text[: found.start()] + macros[found[1]] + text[found.end() :]
    return text
