"""The status as rows for a spreadsheet, in the reader's words."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from politikontakt.core.commitments.verdict import Verdict
from politikontakt.web.ui.wording.reasons import REASONS
from politikontakt.web.ui.wording.standings import word
from politikontakt.web.ui.wording.subjects import Names, name

RUN = frozenset("=+-@\t\r\n")
"""How a text begins that some spreadsheet runs."""
Cell = str | int | float | None


def table(verdicts: Iterable[Verdict], names: Names) -> Iterable[Sequence[Cell]]:
    """The head and one row for each verdict. A sign that a spreadsheet would run as a formula is put out of action."""
    yield [
        _("Clause"),
        _("Commitment"),
        _("Subject"),
        _("Period"),
        _("From"),
        _("To"),
        _("Standing"),
        _("Done"),
        _("Required"),
        _("Expected"),
        _("Planned"),
        _("Reasons"),
    ]
    for verdict in verdicts:
        yield [_harmless(cell) for cell in _row(verdict, names)]


def _row(verdict: Verdict, names: Names) -> Sequence[Cell]:
    period = verdict.period
    return [
        verdict.clause,
        verdict.commitment,
        name(verdict, names),
        period.label if period else "",
        period.first.isoformat() if period else "",
        period.last.isoformat() if period else "",
        word(verdict.standing),
        verdict.done,
        verdict.required,
        verdict.expected,
        verdict.planned,
        " ".join(str(REASONS[code]) for code in verdict.reasons if code in REASONS),
    ]


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in RUN else cell
