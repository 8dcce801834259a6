"""Names on the operator's own list: read from a file, and found in a text as whole words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from politikontakt.core.privacy.folding import fold
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.privacy.ruleset import ruleset

MOST = 2_000
LONGEST = 80
SHORT_NAME = 3
"""A listed name of so few letters may be an ordinary word (Bo, Dag, Liv): it counts with its capital only."""


@dataclass(frozen=True, slots=True)
class NameFault:
    """A line of the list that can't be used, by its number; never what stands there. `code` says why.

    Codes: not_text (0: the whole file), too_many (the first line too much), too_long, not_a_name, national_id.
    """

    code: str
    line: int


def read_names(source: bytes) -> tuple[tuple[str, ...], tuple[NameFault, ...]]:
    """The names of a list, one a line, each once, and every fault. Empty lines and what follows a # are left out."""
    try:
        lines = source.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return (), (NameFault("not_text", 0),)
    names: dict[str, str] = {}
    faults: list[NameFault] = []
    for number, line in enumerate(lines, 1):
        name = " ".join(line.partition("#")[0].split())
        code = _fault(name) if name else ""
        if code:
            faults.append(NameFault(code, number))
        elif name:
            names.setdefault(name.casefold(), name)
        if len(names) > MOST:
            return (), (*faults, NameFault("too_many", number))
    return tuple(names.values()), tuple(faults)


def _fault(name: str) -> str:
    if len(name) > LONGEST:
        return "too_long"
    if find_national_ids(name):
        return "national_id"
    return "" if name[0].isalpha() and not any(map(str.isdigit, name)) else "not_a_name"


@dataclass(frozen=True, slots=True)
class ListedNames:
    """A list made ready for looking names up: by their first word, the longest first, and those it can't index."""

    by_word: dict[str, tuple[re.Pattern[str], ...]]
    others: tuple[re.Pattern[str], ...]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where listed names stand in a folded text, however parted ("Ann Kari", "Ann-Kari"), also in the genitive."""
        for word in _words().finditer(text) if self.by_word else ():
            found = (name.match(text, word.start()) for name in self._beginning_with(word[0].lower()))
            yield from (match.span() for match in found if match)
        for name in self.others:
            yield from (match.span() for match in name.finditer(text))

    def _beginning_with(self, word: str) -> Iterator[re.Pattern[str]]:
        yield from self.by_word.get(word, ())
        if word.endswith("s"):
            yield from self.by_word.get(word[:-1], ())


@lru_cache(maxsize=8)
def listed_names(names: tuple[str, ...]) -> ListedNames:
    """A list made ready once, however many texts are looked over."""
    by_word: dict[str, list[re.Pattern[str]]] = {}
    others = []
    for name in sorted((fold(each).text.strip() for each in names), key=lambda each: -len(each)):
        first = _words().match(name)
        if first:
            by_word.setdefault(first[0].lower(), []).append(_pattern(name))
        elif name.strip("- "):
            others.append(_pattern(name))
    return ListedNames({word: tuple(each) for word, each in by_word.items()}, tuple(others))


def _pattern(name: str) -> re.Pattern[str]:
    letter = ruleset().letter
    words = [each for each in re.split(r"[\s-]+", name) if each]
    short = len(words) == 1 and len(words[0]) <= SHORT_NAME
    body = r"[\s-]+".join(re.escape(word) for word in words)
    return re.compile(rf"(?<![{letter}]){body}(?:s|'s|')?(?![{letter}])", 0 if short else re.IGNORECASE)


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    return re.compile(rf"[{ruleset().letter}]+")
