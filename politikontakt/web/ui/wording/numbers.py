"""Numbers as people read them: «3 av 8», «67 %», «12,5»."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from politikontakt.core.commitments.verdict import Verdict


def so_many_of(done: int, required: int) -> str:
    """«3 av 8»."""
    return _("%(done)s of %(required)s") % {"done": done, "required": required}


def percent(share: float | Fraction) -> str:
    """«67 %», to the nearest whole; what is not whole is never shown as 0 or 100."""
    rounded = round(float(share) * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return pgettext("a percentage", "%(number)s%%") % {"number": rounded}


def decimal(value: float | Fraction, *, digits: int = 2) -> str:
    """«12,5»: at most so many digits after the sign, none that say nothing."""
    written = f"{float(value):.{digits}f}"
    whole, _point, rest = written.partition(".")
    rest = rest.rstrip("0")
    return whole + pgettext("the sign before decimals", ".") + rest if rest else whole


def days(count: int) -> str:
    """«13 dager»."""
    return ngettext("%(count)s day", "%(count)s days", count) % {"count": count}


def number_of(verdict: Verdict) -> str:
    """The figure that sums a verdict up, or "" where it has none."""
    if verdict.done is not None and verdict.required is not None:
        return so_many_of(verdict.done, verdict.required)
    if verdict.answered is not None and verdict.due is not None:
        return so_many_of(verdict.answered, verdict.due)
    if verdict.share is not None:
        return percent(verdict.share)
    if verdict.days_late:
        return _("%(days)s late") % {"days": days(verdict.days_late)}
    if verdict.gap_days:
        return _("%(days)s without") % {"days": days(verdict.gap_days)}
    return ""
