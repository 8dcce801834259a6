"""Verdicts as a table for people: by section and clause, with standing, number, period and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from politikontakt.cli.show.terminal import Terminal
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.commitments.summary import ClauseSummary, Point, by_clause, counts, points
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Records
from politikontakt.web.ui.wording import dates, numbers, reasons, standings, subjects
from politikontakt.web.ui.wording.explanation import explanation
from politikontakt.web.ui.wording.texts import in_language
from politikontakt.web.ui.wording.when import when

_REF_WIDTH = 6
_GAP = "  "


@dataclass(frozen=True, slots=True)
class Row:
    """One verdict in the cells of the table, and the sentences under it."""

    standing: Standing
    number: str
    subject: str
    when: str
    why: Sequence[str]


@dataclass(frozen=True, slots=True)
class Words:
    """What the rows are written with."""

    agreement: Agreement
    names: subjects.Names
    on: date

    def row(self, verdict: Verdict, commitment: Commitment) -> Row:
        """A verdict as a row."""
        return Row(
            standing=verdict.standing,
            number=numbers.number_of(verdict),
            subject=subjects.name(verdict, self.names),
            when=when(verdict, commitment, self.agreement, self.on),
            why=explanation(verdict, commitment, self.agreement, self.on),
        )


def table(agreement: Agreement, records: Records, found: Sequence[Verdict], *, on: date, terminal: Terminal) -> str:
    """All verdicts of a day as text that fits the terminal."""
    words = Words(agreement, subjects.Names.of(records), on)
    summaries = by_clause(agreement, found)
    lines = [*_heading(agreement, points(agreement, found), on, terminal)]
    section = None
    for each in summaries:
        if each.clause.section != section:
            section = each.clause.section
            lines += _section(section, terminal)
        lines += _clause(each, words, terminal)
    return "\n".join(line.rstrip() for line in lines)


def _heading(agreement: Agreement, rows: Sequence[Point], on: date, terminal: Terminal) -> Iterator[str]:
    yield terminal.coloured(in_language(agreement.title), "bold")
    yield from terminal.wrapped(", ".join(party.name for party in agreement.parties), indent=0)
    yield ""
    head = ngettext("%(day)s, %(count)s promise:", "%(day)s, %(count)s promises:", len(rows)) % {
        "day": dates.day(on),
        "count": len(rows),
    }
    tally = ", ".join(f"{count} {standings.word(each).lower()}" for each, count in counts(rows).items())
    yield from terminal.wrapped(f"{head} {tally}", indent=0)


def _section(title: str, terminal: Terminal) -> Iterator[str]:
    if title:
        yield ""
        yield terminal.coloured(title, "bold")
        yield "─" * min(len(title), terminal.width)


def _clause(summary: ClauseSummary, words: Words, terminal: Terminal) -> Iterator[str]:
    clause = summary.clause
    yield ""
    yield from terminal.wrapped(in_language(clause.title), indent=_REF_WIDTH, first=f"{clause.ref} ")
    if not summary.commitments:
        row = Row(Standing.NOT_MEASURED, "", "", "", (reasons.reason("no_rule"),))
        yield from _rows([row], terminal)
    for each in summary.commitments:
        if len(summary.commitments) > 1 or each.commitment.title != clause.title:
            title = in_language(each.commitment.title)
            name = "" if each.commitment.id == clause.ref else f"{each.commitment.id}: "
            yield from terminal.wrapped(f"{name}{title}", indent=_REF_WIDTH)
        yield from _rows([words.row(verdict, each.commitment) for verdict in each.verdicts], terminal)


def _rows(rows: Sequence[Row], terminal: Terminal) -> Iterator[str]:
    """The rows of one commitment with their cells under each other; too wide ones go below."""
    widths = [max((len(cell) for cell in cells), default=0) for cells in zip(*map(_cells, rows), strict=True)]
    room = terminal.width - _REF_WIDTH
    beside = next((count for count in (4, 3, 2) if _together(widths[:count]) <= room), 1)
    for row in rows:
        cells = _cells(row)
        first = [cell.ljust(width) for cell, width in zip(cells[:beside], widths, strict=False) if width]
        below = ", ".join(cell for cell in cells[beside:] if cell)
        first[0] = terminal.coloured(first[0], _colour(row.standing))
        yield " " * _REF_WIDTH + _GAP.join(first)
        indent = _REF_WIDTH + len(_GAP)
        for text in (below, " ".join(row.why)):
            yield from terminal.wrapped(text, indent=indent) if text else ()


def _together(widths: Sequence[int]) -> int:
    shown = [width for width in widths if width]
    return sum(shown) + len(_GAP) * (len(shown) - 1)


def _cells(row: Row) -> tuple[str, str, str, str]:
    words = standings.STANDINGS[row.standing]
    return f"{words.sign} {words.word}", row.number, row.subject, row.when


def _colour(standing: Standing) -> str:
    words = standings.STANDINGS[standing]
    return words.colour if words.loud or standing is Standing.KEPT else ""
