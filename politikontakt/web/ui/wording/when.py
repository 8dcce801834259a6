"""What time a verdict is about: its period, or the day of a deadline."""

from datetime import date

from django.utils.translation import gettext as _

from politikontakt.core.agreement.amended import terms_on
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.web.ui.wording import dates, periods


def terms_of(verdict: Verdict, commitment: Commitment, agreement: Agreement, on: date) -> Terms:
    """The terms a verdict was made by: those of the day for a deadline, else those of the period's first day."""
    first = on if verdict.period is None or commitment.rule == "deadline" else verdict.period.first
    return terms_on(agreement, commitment, first)


def when(verdict: Verdict, commitment: Commitment, agreement: Agreement, on: date) -> str:
    """«skoleåret 2017/18», or «innen 31. desember 2016» for a deadline."""
    by = getattr(terms_of(verdict, commitment, agreement, on), "by", None)
    if commitment.rule == "deadline" and isinstance(by, date):
        return _("by %(day)s") % {"day": dates.day(by)}
    return periods.period(verdict.period.label, commitment.rule) if verdict.period else ""
