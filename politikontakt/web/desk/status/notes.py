"""What stands beside a standing in the ledger: one number, and a line or two on who or why."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from politikontakt.core.commitments.summary import NEEDS_ATTENTION, CommitmentSummary
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.planner.forecast import Forecast
from politikontakt.modules.planning.queries import Outlook
from politikontakt.web.ui.wording.numbers import number_of as number
from politikontakt.web.ui.wording.outlooks import chance_sentence
from politikontakt.web.ui.wording.subjects import Names, name
from politikontakt.web.ui.wording.why import why

IN_ORDER = frozenset({Standing.KEPT, Standing.LATE, Standing.ON_TRACK})
Outlooks = Mapping[tuple[str, str], Outlook]
"""What can be expected, by commitment and subject."""
NAMED = 3
"""How many subjects are named before the rest is counted."""


def number_of(summary: CommitmentSummary) -> str:
    """The number of the one subject, or of how many subjects are in order."""
    verdicts = [each for each in summary.verdicts if each.standing != Standing.NOT_DUE] or list(summary.verdicts)
    if len(verdicts) == 1:
        return number(verdicts[0])
    in_order = sum(each.standing in IN_ORDER for each in verdicts)
    return _("%(done)d of %(all)d in order") % {"done": in_order, "all": len(verdicts)}


def notes_of(summary: CommitmentSummary, names: Names, on: date, outlooks: Outlooks) -> list[str]:
    """For one subject why it stands so and what can be expected; for several which ones are not in order.

    Each of those with its number and, where it may not be reached, the chance.
    """
    if len(summary.verdicts) == 1:
        verdict = summary.verdicts[0]
        return [line for line in (why(verdict, on), _chance(verdict, outlooks)) if line]
    return _named([each for each in summary.verdicts if each.standing in NEEDS_ATTENTION], names, outlooks)


def _named(verdicts: list[Verdict], names: Names, outlooks: Outlooks) -> list[str]:
    if not verdicts:
        return []
    lines = [_line(each, names) for each in verdicts[:NAMED]]
    rest = len(verdicts) - len(lines)
    named = "; ".join(lines) + (_(" and %(n)d more") % {"n": rest} if rest else "") + "."
    return [line for line in (named, _least_likely(verdicts, names, outlooks)) if line]


def _line(verdict: Verdict, names: Names) -> str:
    """«Vikhammer ungdomsskole: 3 av 8, 6 ventet»: whom it is about, how far it has come, and how far it should have."""
    so_far = [_together(each) for each in (number(verdict), _expected(verdict)) if each]
    return ": ".join(filter(None, (name(verdict, names), ", ".join(so_far))))


def _together(figure: str) -> str:
    """A figure that is not broken between two lines."""
    return figure.replace(" ", "\N{NO-BREAK SPACE}")


def _expected(verdict: Verdict) -> str:
    if not verdict.expected or verdict.standing == Standing.BROKEN:
        return ""
    return _("%(expected)d expected") % {"expected": verdict.expected}


def _least_likely(verdicts: list[Verdict], names: Names, outlooks: Outlooks) -> str:
    """The chance where it is least, by name where there are several to choose among."""
    ahead = [each for each in verdicts if _forecast(each, outlooks)]
    if not ahead:
        return ""
    worst = min(ahead, key=lambda each: outlooks[each.commitment or "", each.subject].forecast.chance)
    said = _chance(worst, outlooks)
    return f"{name(worst, names)}: {said[:1].lower()}{said[1:]}" if said and len(verdicts) > 1 else said


def _chance(verdict: Verdict, outlooks: Outlooks) -> str:
    found = _forecast(verdict, outlooks)
    return chance_sentence(found) if found else ""


def _forecast(verdict: Verdict, outlooks: Outlooks) -> Forecast | None:
    found = outlooks.get((verdict.commitment or "", verdict.subject))
    return found.forecast if found else None
