"""What the status page shows: every clause by section, both columns of duties, and the counts that filter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.sides import owing_sides, sides
from politikontakt.core.commitments.summary import WORST_FIRST, Point, counts, points
from politikontakt.core.commitments.verdict import Standing, Verdict

ATTENTION, EVERYTHING = "attention", "all"
TALLY_ORDER: tuple[Standing, ...] = (
    Standing.AT_RISK,
    Standing.DISPUTED,
    Standing.BROKEN,
    Standing.NOT_MEASURED,
    Standing.NOT_DUE,
    Standing.ON_TRACK,
    Standing.LATE,
    Standing.KEPT,
    Standing.WAIVED,
    Standing.EXCUSED,
)
"""As people read it: what needs talk, what nobody knows, what is in order."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One count that filters. `code` is what stands in the address (`?show=broken`)."""

    code: str
    number: int
    current: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One promise: which columns of the page owe it, in the page's order."""

    point: Point
    owing: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the agreement: the rows the filter shows, and how those left out stand."""

    name: str
    total: int
    rows: tuple[Row, ...]
    hidden: int
    hidden_counts: tuple[tuple[Standing, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page but its words."""

    total: int
    attention: int
    show: str
    tabs: tuple[Tab, ...]
    sides: tuple[str, ...]
    sections: tuple[Section, ...]


def overview(agreement: Agreement, verdicts: Sequence[Verdict], *, show: str = ATTENTION) -> Overview:
    """The status page on a day. An unknown `show` shows everything, so an old link never leads to an empty page."""
    rows = points(agreement, verdicts)
    attention = sum(each.needs_attention for each in rows)
    chosen = show if show in {ATTENTION, *Standing} else EVERYTHING
    columns = owing_sides(agreement)
    return Overview(
        total=len(rows),
        attention=attention,
        show=chosen,
        tabs=tuple(_tabs(rows, attention, chosen)),
        sides=columns,
        sections=tuple(_sections(rows, _wanted(chosen), sides(agreement), columns)),
    )


def _wanted(show: str) -> Callable[[Point], bool]:
    if show == ATTENTION:
        return lambda point: point.needs_attention
    if show == EVERYTHING:
        return lambda point: True
    return lambda point: point.standing == show


def _tabs(rows: Sequence[Point], attention: int, show: str) -> Iterable[Tab]:
    yield Tab(ATTENTION, attention, show == ATTENTION)
    found = counts(rows)
    for standing in TALLY_ORDER:
        if standing in found or standing == show:
            yield Tab(standing.value, found.get(standing, 0), show == standing)
    yield Tab(EVERYTHING, len(rows), show == EVERYTHING)


def _sections(
    rows: Sequence[Point],
    wanted: Callable[[Point], bool],
    side_of: Mapping[str, str],
    columns: Sequence[str],
) -> Iterable[Section]:
    for name, group in groupby(rows, key=lambda each: each.clause.section):
        of_section = list(group)
        rest = [each for each in of_section if not wanted(each)]
        found = counts(rest)
        yield Section(
            name=name,
            total=len(of_section),
            rows=tuple(Row(each, _owing(each, side_of, columns)) for each in of_section if wanted(each)),
            hidden=len(rest),
            hidden_counts=tuple((each, found[each]) for each in reversed(WORST_FIRST) if each in found),
        )


def _owing(point: Point, side_of: Mapping[str, str], columns: Sequence[str]) -> tuple[bool, ...]:
    owing = {side_of[party] for party in point.summary.commitment.owed_by} if point.summary else set()
    return tuple(column in owing for column in columns)
