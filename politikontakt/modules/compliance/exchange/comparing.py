"""What a folder would change: its rows beside those stored."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored row as a value, with its number in the database and its place in its file."""

    pk: int
    position: int
    row: Any


@dataclass(frozen=True, slots=True)
class Comparison:
    """One file's rows beside the stored ones. Numbers are places in `wanted`.

    `kept` are the same, `changed` say something else of the same thing, `added` are new; `removed` are
    stored rows that the file no longer has.
    """

    wanted: Sequence[Any]
    kept: tuple[tuple[int, Stored], ...]
    changed: tuple[tuple[int, Stored], ...]
    added: tuple[int, ...]
    removed: tuple[Stored, ...]

    @property
    def says_nothing_new(self) -> bool:
        """Whether the file says what is stored already, whatever the order."""
        return not (self.changed or self.added or self.removed)


def compare(stored: Sequence[Stored], wanted: Sequence[Any], same_thing: Callable[[Any], Hashable]) -> Comparison:
    """Match equal rows first, then rows that speak of the same thing, each in the order of the files."""
    kept, left, rest = _match(stored, list(range(len(wanted))), wanted, lambda row: row)
    changed, removed, added = _match(left, rest, wanted, same_thing)
    return Comparison(wanted, tuple(kept), tuple(changed), tuple(added), tuple(removed))


Pairs = list[tuple[int, Stored]]


def _match(
    stored: Sequence[Stored], places: Sequence[int], wanted: Sequence[Any], by: Callable[[Any], Hashable]
) -> tuple[Pairs, list[Stored], list[int]]:
    waiting: dict[Hashable, list[Stored]] = defaultdict(list)
    for each in reversed(stored):
        waiting[by(each.row)].append(each)
    pairs, unmatched = [], []
    for place in places:
        candidates = waiting.get(by(wanted[place]))
        if candidates:
            pairs.append((place, candidates.pop()))
        else:
            unmatched.append(place)
    matched = {each.pk for _, each in pairs}
    return pairs, [each for each in stored if each.pk not in matched], unmatched


def places_in_file(comparison: Comparison) -> list[int]:
    """A position for each wanted row, so that they sort as the file has them. Stored positions stay where they can."""
    old = {place: each.position for place, each in (*comparison.kept, *comparison.changed)}
    positions, last = [], 0
    for place in range(len(comparison.wanted)):
        last = max(last + 1, old.get(place, 0))
        positions.append(last)
    return positions
