"""What stands beside a standing in the ledger: one number, and a line or two on who or why."""

from datetime import date

from django.utils.translation import gettext as _

from politikontakt.core.commitments.summary import NEEDS_ATTENTION, CommitmentSummary
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.web.ui.wording.numbers import number_of as number
from politikontakt.web.ui.wording.subjects import Names, name
from politikontakt.web.ui.wording.why import why

IN_ORDER = frozenset({Standing.KEPT, Standing.LATE, Standing.ON_TRACK})
NAMED = 3
"""How many subjects are named before the rest is counted."""


def number_of(summary: CommitmentSummary) -> str:
    """The number of the one subject, or of how many subjects are in order."""
    verdicts = [each for each in summary.verdicts if each.standing != Standing.NOT_DUE] or list(summary.verdicts)
    if len(verdicts) == 1:
        return number(verdicts[0])
    in_order = sum(each.standing in IN_ORDER for each in verdicts)
    return _("%(done)d of %(all)d") % {"done": in_order, "all": len(verdicts)}


def notes_of(summary: CommitmentSummary, names: Names, on: date) -> list[str]:
    """For one subject why it stands so; for several which ones are not in order, with their numbers."""
    if len(summary.verdicts) == 1:
        line = why(summary.verdicts[0], on)
        return [line] if line else []
    return _named([each for each in summary.verdicts if each.standing in NEEDS_ATTENTION], names)


def _named(verdicts: list[Verdict], names: Names) -> list[str]:
    if not verdicts:
        return []
    lines = [_line(each, names) for each in verdicts[:NAMED]]
    rest = len(verdicts) - len(lines)
    return [", ".join(lines) + (_(" and %(n)d more") % {"n": rest} if rest else "")]


def _line(verdict: Verdict, names: Names) -> str:
    return f"{name(verdict, names)} {number(verdict)}".strip()
