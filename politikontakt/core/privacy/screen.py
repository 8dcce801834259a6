"""The free-text screen: what may not stand in a note, and what somebody must look at again.

The same rules run on the phone (`web/field/static/field/privacy.js`) from the same data file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from politikontakt.core.privacy.folding import Folded, fold
from politikontakt.core.privacy.listed import listed_names
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.privacy.ruleset import Pattern, ruleset


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a text, without the text: `kind` and the span (first, after last) where it stands.

    Kinds: national_id, email, phone, plate, name_age, listed_name.
    """

    kind: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Screening:
    """What the screen found, from the left. What is `refused` may not be stored; the rest is rewritten or confirmed."""

    refused: tuple[Found, ...] = ()
    to_confirm: tuple[Found, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether nothing was found."""
        return not self.refused and not self.to_confirm

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of what must be confirmed, each once, in a fixed order."""
        return tuple(sorted({each.kind for each in self.to_confirm}))


def screen(text: str, names: Iterable[str] = ()) -> Screening:
    """Find personal data in a note. `names` is the operator's own list of names that must not be there.

    Nothing is found twice: a national identity number wins over a phone number inside it, a name with
    an age over a listed name.
    """
    refused = tuple(Found("national_id", first, after) for first, after in find_national_ids(text))
    found: list[Found] = []
    for each in _likely(fold(text), tuple(names)):
        if not any(_overlap(each, other) for other in (*refused, *found)):
            found.append(each)
    return Screening(refused, tuple(sorted(found, key=lambda each: each.first)))


def _likely(folded: Folded, names: tuple[str, ...]) -> Iterator[Found]:
    for kind, patterns in ruleset().classes:
        for pattern in patterns:
            for first, after in _matches(pattern, folded.text):
                yield Found(kind, *folded.original(first, after))
    for first, after in listed_names(names).spans(folded.text):
        yield Found("listed_name", *folded.original(first, after))


def _matches(pattern: Pattern, text: str) -> Iterator[tuple[int, int]]:
    context = ruleset().context
    for match in pattern.find.finditer(text):
        first, after = match.span()
        before, behind = text[max(0, first - context) : first], text[after : after + context]
        if pattern.unless and pattern.unless.match(match[0]):
            continue
        if pattern.not_after and pattern.not_after.search(before):
            continue
        if pattern.only_after and not pattern.only_after.search(before):
            continue
        if pattern.not_before and pattern.not_before.search(behind):
            continue
        yield first, after


def _overlap(one: Found, other: Found) -> bool:
    return one.first < other.after and other.first < one.after
