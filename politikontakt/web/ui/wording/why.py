"""One short sentence beside a standing: what was expected, what is planned, or why nobody can say."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.web.ui.wording.dates import day_in_year, span
from politikontakt.web.ui.wording.numbers import percent
from politikontakt.web.ui.wording.reasons import REASONS, reason

SAID_BY_NUMBERS = frozenset({"part_period_reduced"})
"""Reasons that follow the numbers and need no line of their own in a table."""
UNDER_WAY = frozenset({Standing.AT_RISK, Standing.ON_TRACK})


def why(verdict: Verdict, on: date) -> str:
    """The sentence, or "" where the standing and its number say it all."""
    reasons = [code for code in verdict.reasons if code in REASONS and code not in SAID_BY_NUMBERS]
    parts = [_pace(verdict, on), _staffing(verdict), _logged(verdict)]
    parts += [reason(code) for code in reasons]
    return " ".join(part for part in parts if part)


def _pace(verdict: Verdict, on: date) -> str:
    if verdict.expected is None or not {verdict.standing, verdict.would_be} & UNDER_WAY:
        return ""
    planned = verdict.planned or 0
    if planned:
        return _("%(expected)s expected by %(day)s, %(planned)s planned.") % {
            "expected": verdict.expected,
            "planned": planned,
            "day": day_in_year(on),
        }
    return _("%(expected)s expected by %(day)s.") % {"expected": verdict.expected, "day": day_in_year(on)}


def _staffing(verdict: Verdict) -> str:
    if not verdict.gaps:
        return ""
    first = span(verdict.gaps[0])
    if len(verdict.gaps) == 1:
        return _("Too few from %(days)s.") % {"days": first}
    more = len(verdict.gaps) - 1
    return ngettext("Too few %(days)s, and once more.", "Too few %(days)s, and %(n)s times more.", more) % {
        "days": first,
        "n": more,
    }


def _logged(verdict: Verdict) -> str:
    if verdict.coverage is None or verdict.share is None:
        return ""
    return _("%(coverage)s of the working time is logged.") % {"coverage": percent(min(verdict.coverage, 1))}
