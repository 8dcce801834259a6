"""Why a verdict is as it is, and why something did not count."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.wording.codes import code_words, role_title

REASONS: Mapping[str, Promise] = {
    "no_rule": _("The agreement does not say how this can be measured."),
    "part_period": _("Only a part of the period is within the agreement, and then nothing is owed."),
    "part_period_reduced": _("The number is reduced, because only a part of the period counts."),
    "out_of_days": _("There are fewer days left than there are visits missing."),
    "no_subject": _("No place in the records is one that this holds for."),
    "exception_not_accepted": _("An exception was asked for, but not everybody it is owed to has accepted it."),
    "low_coverage": _("Too little of the working time is logged to say."),
    "no_baseline": _("There is no baseline that was locked before the agreement began."),
    "no_measurement": _("Nobody has measured this period."),
    "cannot_tell": _("The measurement is too uncertain to say."),
    "leaves_after_end": _("The pupils leave the school after the agreement has ended."),
    "nothing_asked": _("Nothing was asked for in the period."),
    "parties_disagree": _("The parties find differently."),
}

IGNORED: Mapping[str, Promise] = {
    "cancelled": _("Cancelled."),
    "outside_period": _("On a day outside the days the agreement was in force."),
    "wrong_role": _("Nobody who took part held the role that day."),
    "wrong_purpose": _("It had another purpose."),
    "wrong_audience": _("It was for others than those promised."),
    "too_short": _("It was too short."),
    "after_day": _("It is dated after the day this is judged for."),
    "not_done": _("It was planned, and the day passed without it being logged as done."),
    "same_day": _("The same day counts once."),
}

_MISSING_ROLE = _("Too few in the role %(role)s took part.")
_MISSING_AGENDA = _("%(topic)s was not on the agenda.")


def reason(code: str) -> str:
    """A verdict's reason as a sentence."""
    return str(REASONS[code])


def reasons(codes: Iterable[str]) -> tuple[str, ...]:
    """Several reasons, in their order."""
    return tuple(reason(code) for code in codes)


def ignored(code: str, agreement: Agreement, language: str) -> str:
    """Why something did not count, as a sentence. Names roles as the agreement does."""
    kind, _colon, name = code.partition(":")
    if kind == "missing_role":
        return str(_MISSING_ROLE) % {"role": role_title(agreement, name, language)}
    if kind == "missing_agenda":
        return str(_MISSING_AGENDA) % {"topic": code_words(name)}
    return str(IGNORED[code])
