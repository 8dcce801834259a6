"""All that lies behind a verdict, as sentences. `why` is the short form of it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.web.ui.wording import ignored, reasons, standings
from politikontakt.web.ui.wording.numbers import decimal
from politikontakt.web.ui.wording.when import terms_of
from politikontakt.web.ui.wording.why import SAID_BY_NUMBERS, why


def explanation(verdict: Verdict, commitment: Commitment, agreement: Agreement, on: date) -> tuple[str, ...]:
    """The sentences, the most telling first; none where standing and number say it all."""
    return (
        *_would_be(verdict),
        *filter(None, [why(verdict, on)]),
        *(reasons.reason(code) for code in verdict.reasons if code in SAID_BY_NUMBERS),
        *_target(verdict),
        *_changes(verdict),
        *_left_out(verdict, terms_of(verdict, commitment, agreement, on), agreement),
        *_amended(verdict),
    )


def _would_be(verdict: Verdict) -> Iterator[str]:
    if verdict.would_be is not None:
        yield _("Without the dispute: %(standing)s.") % {"standing": standings.word(verdict.would_be).lower()}


def _target(verdict: Verdict) -> Iterator[str]:
    if verdict.target is None:
        return
    low, high = verdict.target
    if low == high:
        yield _("The baseline for as many days is %(value)s.") % {"value": decimal(low)}
    else:
        values = {"low": decimal(low), "high": decimal(high)}
        yield _("The baseline for as many days is between %(low)s and %(high)s.") % values


def _changes(verdict: Verdict) -> Iterator[str]:
    if verdict.changes:
        yield ngettext(
            "The role has gone to one new person.",
            "The role has gone to %(count)s new people.",
            verdict.changes,
        ) % {"count": verdict.changes}


def _left_out(verdict: Verdict, terms: Terms, agreement: Agreement) -> Iterator[str]:
    for code, count in Counter(each.reason for each in verdict.ignored or ()).items():
        because = ignored.reason(code, terms, agreement)
        yield ngettext("One does not count: %(because)s", "%(count)s do not count: %(because)s", count) % {
            "count": count,
            "because": because[:1].lower() + because[1:],
        }


def _amended(verdict: Verdict) -> Iterator[str]:
    if verdict.amendment is not None:
        yield _("As amended: %(decision)s.") % {"decision": verdict.amendment.rstrip(".")}
