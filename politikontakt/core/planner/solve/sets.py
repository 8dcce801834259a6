"""Sets of items for one block, many at a time, and the cells they are for."""

from dataclasses import dataclass, field

from politikontakt.core.planner.solve.lp import Floats, Ints
from politikontakt.core.planner.starts import Span


@dataclass(slots=True)
class CellKind:
    """A slot as some contacts see it. `left_out` are pairs whose sets are not laid out yet."""

    slot: int
    contacts: tuple[int, ...]
    room: int
    visited: frozenset[int]
    spans: tuple[Span, ...]
    included: list[int] = field(default_factory=list)
    left_out: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Sets:
    """Sets of pairs, one a row, filled up with `nothing`; and of each its minutes, travel and spread in points."""

    pairs: Ints
    minutes: Ints
    travel: Ints
    cost: Floats
    kind: Ints

    def __len__(self) -> int:
        return len(self.minutes)
