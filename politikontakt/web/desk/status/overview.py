"""What the status page shows: every clause by section, both columns of duties, and the counts that filter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.summary import (
    WORST_FIRST,
    ClauseSummary,
    CommitmentSummary,
    by_clause,
    counts,
)
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

SIDES = {"police_district": "police", "police_unit": "police", "municipality": "municipality"}
"""Which column a kind of party has; all other kinds share a third, shown when somebody there owes something."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One count that filters. `code` is what stands in the address (`?show=broken`)."""

    code: str
    number: int
    current: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One clause: what each column's parties owe of it, by column in the page's order."""

    summary: ClauseSummary
    cells: tuple[tuple[CommitmentSummary, ...], ...]


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
    summaries = by_clause(agreement, verdicts)
    attention = sum(each.needs_attention for each in summaries)
    known = {ATTENTION, *Standing}
    chosen = show if show in known else EVERYTHING
    sides = _sides(agreement)
    return Overview(
        total=len(summaries),
        attention=attention,
        show=chosen,
        tabs=tuple(_tabs(summaries, attention, chosen)),
        sides=tuple(sides),
        sections=tuple(_sections(summaries, _wanted(chosen), agreement, sides)),
    )


def _wanted(show: str) -> Callable[[ClauseSummary], bool]:
    if show == ATTENTION:
        return lambda summary: summary.needs_attention
    if show == EVERYTHING:
        return lambda summary: True
    return lambda summary: summary.standing == show


def _tabs(summaries: Sequence[ClauseSummary], attention: int, show: str) -> Iterable[Tab]:
    yield Tab(ATTENTION, attention, show == ATTENTION)
    found = counts(summaries)
    for standing in TALLY_ORDER:
        if standing in found or standing == show:
            yield Tab(standing.value, found.get(standing, 0), show == standing)
    yield Tab(EVERYTHING, len(summaries), show == EVERYTHING)


def _sides(agreement: Agreement) -> list[str]:
    kinds = {party.id: SIDES.get(party.kind, "other") for party in agreement.parties}
    owing = {kinds[party] for each in agreement.commitments for party in each.owed_by}
    return ["police", "municipality", *(["other"] if "other" in owing else [])]


def _sections(
    summaries: Sequence[ClauseSummary],
    wanted: Callable[[ClauseSummary], bool],
    agreement: Agreement,
    sides: Sequence[str],
) -> Iterable[Section]:
    parties = {side: [each.id for each in agreement.parties if SIDES.get(each.kind, "other") == side] for side in sides}
    for name, group in groupby(summaries, key=lambda each: each.clause.section):
        clauses = list(group)
        rest = [each for each in clauses if not wanted(each)]
        found = counts(rest)
        yield Section(
            name=name,
            total=len(clauses),
            rows=tuple(
                Row(each, tuple(each.owed_by(parties[side]) for side in sides)) for each in clauses if wanted(each)
            ),
            hidden=len(rest),
            hidden_counts=tuple((each, found[each]) for each in reversed(WORST_FIRST) if each in found),
        )
