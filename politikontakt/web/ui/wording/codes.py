"""Codes of the files as people read them: activities, purposes, kinds of places, roles."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.wording.texts import chosen

PURPOSES: Mapping[str, Promise] = {
    "preventive": pgettext_lazy("purpose", "preventive"),
    "operative": pgettext_lazy("purpose", "operative"),
    "coordination": pgettext_lazy("purpose", "coordination"),
    "other": pgettext_lazy("purpose", "other"),
}

PLACE_KINDS: Mapping[str, Promise] = {
    "school": _("school"),
    "shopping_centre": _("shopping centre"),
    "sports": _("sports ground"),
    "youth_club": _("youth club"),
    "reception_centre": _("reception centre"),
    "street": _("street"),
    "online": _("online"),
    "other": pgettext_lazy("kind of place", "other"),
}

ACTIVITIES: Mapping[str, Promise] = {
    "school_visit": _("school visit"),
    "head_meeting": _("meeting with the head teacher"),
    "heads_meeting": _("head teachers' meeting"),
    "parent_meeting": _("parents' meeting"),
    "parents_meeting": _("parents' meeting"),
    "presence": _("presence"),
    "partner_meeting": _("meeting with a partner"),
    "council": _("politiråd"),
    "politiraad": _("politiråd"),
    "slt": _("SLT meeting"),
    "pupils": _("pupils"),
    "heads": _("head teachers"),
    "head": _("head teacher"),
    "parents": _("parents"),
    "drugs": _("drugs"),
    "radicalisation": _("radicalisation"),
    "violence": _("violence"),
    "evaluation": _("evaluation"),
    "evaluation_plan": _("evaluation plan"),
}
"""Words for codes that agreements often use. Any other code is shown as it is written."""


def code_words(code: str) -> str:
    """A code of the parties' own as words: known ones translated, `night_walk` as «night walk»."""
    known = ACTIVITIES.get(code) or PLACE_KINDS.get(code)
    return str(known) if known is not None else code.replace("_", " ")


def listed(codes: Iterable[str], *, conjunction: str = "or") -> str:
    """Codes with commas and «or» or «and» before the last."""
    return joined([code_words(code) for code in codes], conjunction=conjunction)


def joined(words: Iterable[str], *, conjunction: str = "and") -> str:
    """«a, b and c»."""
    *first, last = list(words) or [""]
    if not first:
        return last
    link = pgettext_lazy("list", "or") if conjunction == "or" else pgettext_lazy("list", "and")
    return f"{', '.join(first)} {link} {last}"


def role_title(agreement: Agreement, role: str, language: str) -> str:
    """A role's title as the agreement gives it."""
    return next((chosen(each.title, language) for each in agreement.roles if each.id == role), role)


def party_name(agreement: Agreement, party: str) -> str:
    """A party's name as the agreement gives it."""
    return next((each.name for each in agreement.parties if each.id == party), party)
