"""Why something a person would have thought counted did not."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.terms import Terms
from politikontakt.web.ui.wording.codes import role_title
from politikontakt.web.ui.wording.vocabulary import PURPOSES, TOPICS, word

IGNORED: Mapping[str, Promise] = {
    "cancelled": gettext_lazy("It was cancelled."),
    "outside_period": gettext_lazy("It was on a day when the agreement was not in force."),
    "wrong_role": gettext_lazy("Nobody who took part held the role that day."),
    "wrong_purpose": gettext_lazy("It had another purpose."),
    "wrong_audience": gettext_lazy("It was for others than those promised."),
    "too_short": gettext_lazy("It was too short."),
    "after_day": gettext_lazy("It is dated after the day that is judged."),
    "not_done": gettext_lazy("It was planned, and the day passed without it being logged as done."),
    "same_day": gettext_lazy("Another one that day counts, and a day counts once."),
}


def reason(code: str, terms: Terms | None = None, agreement: Agreement | None = None) -> str:
    """The sentence; with the terms it says what was asked for, with the agreement roles by their titles."""
    kind, _colon, name = code.partition(":")
    if kind == "missing_role":
        return _("Too few took part as %(role)s.") % {"role": role_title(agreement, name)}
    if kind == "missing_agenda":
        return _("“%(topic)s” was not on the agenda.") % {"topic": word(TOPICS, name)}
    return _with_terms(code, terms, agreement) or str(IGNORED[code])


def _with_terms(code: str, terms: Terms | None, agreement: Agreement | None) -> str:
    role, purpose = getattr(terms, "by_role", None), getattr(terms, "purpose", None)
    minutes = getattr(terms, "min_minutes", 0)
    if code == "wrong_role" and role:
        return _("Nobody who took part was %(role)s that day.") % {"role": role_title(agreement, role)}
    if code == "wrong_purpose" and purpose:
        return _("Its purpose was another than %(purpose)s.") % {"purpose": word(PURPOSES, purpose).lower()}
    if code == "too_short" and minutes:
        return ngettext(
            "It was shorter than the %(count)s minute that is asked for.",
            "It was shorter than the %(count)s minutes that are asked for.",
            minutes,
        ) % {"count": minutes}
    return ""
