"""A commitment's terms in words: how the promise is read, line by line."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.shapes import ForEach
from politikontakt.core.agreement.terms import Terms
from politikontakt.web.ui.wording import dates
from politikontakt.web.ui.wording.codes import joined_and, joined_or, party_name, role_title
from politikontakt.web.ui.wording.numbers import decimal, percent
from politikontakt.web.ui.wording.periods import PER
from politikontakt.web.ui.wording.vocabulary import (
    ACTIVITIES,
    AUDIENCES,
    DOCUMENTS,
    EVENTS,
    INDICATORS,
    MEETINGS,
    PARTNERS,
    PLACE_KINDS,
    PURPOSES,
    REQUESTS,
    THEMES,
    TOPICS,
    Words,
    word,
)

LABELS: Mapping[str, Promise] = {
    "activity": gettext_lazy("What counts"),
    "meeting": gettext_lazy("What counts"),
    "document": gettext_lazy("Document"),
    "event": gettext_lazy("Milestone"),
    "request": gettext_lazy("What is asked for"),
    "indicator": gettext_lazy("Indicator"),
    "at_least": gettext_lazy("At least"),
    "share_at_least": gettext_lazy("At least"),
    "at_least_ratio": gettext_lazy("At least"),
    "within_working_days": gettext_lazy("Answered within"),
    "per": gettext_lazy("In each"),
    "for_each": gettext_lazy("For each"),
    "each_of": gettext_lazy("For each"),
    "members": gettext_lazy("These"),
    "stages": gettext_lazy("While in"),
    "by_role": gettext_lazy("Done by"),
    "role": gettext_lazy("Role"),
    "present": gettext_lazy("Present"),
    "agenda": gettext_lazy("On the agenda"),
    "by": gettext_lazy("By"),
    "attached": gettext_lazy("Attached"),
    "until": gettext_lazy("Until"),
    "fixed": gettext_lazy("The same people"),
    "purpose": gettext_lazy("Purpose"),
    "audience": gettext_lazy("For"),
    "min_minutes": gettext_lazy("No shorter than"),
    "distinct": gettext_lazy("Counted in"),
    "part_year": gettext_lazy("In a part of a period"),
    "weekly_minutes": gettext_lazy("A full week is"),
    "min_coverage": gettext_lazy("Of the working time logged, at least"),
}

PART_YEARS: Mapping[str, Promise] = {
    "round_down": gettext_lazy("fewer, in proportion, rounded down"),
    "round_up": gettext_lazy("fewer, in proportion, rounded up"),
    "full": gettext_lazy("the full number"),
    "exempt": gettext_lazy("nothing is owed"),
}
EACH_OF: Mapping[str, Promise] = {
    "place_kind": gettext_lazy("kind of place"),
    "partner": gettext_lazy("partner"),
    "theme": gettext_lazy("theme"),
    "place": gettext_lazy("place"),
}
DISTINCT: Mapping[str, Promise] = {
    "days": gettext_lazy("days; several on one day are one"),
    "items": gettext_lazy("times; several on one day each count"),
}
_MEMBERS: Mapping[str, Words] = {"place_kind": PLACE_KINDS, "partner": PARTNERS, "theme": THEMES, "place": {}}
_EMPTY = (None, (), False, 0)


@dataclass(frozen=True, slots=True)
class Line:
    """One term: what it is about, what it says, and whether the file says it or it is the usual reading."""

    label: str
    text: str
    usual: bool = False


def lines(commitment: Commitment, terms: Terms, agreement: Agreement) -> Sequence[Line]:
    """The terms of a commitment in the order of its rule. Terms that ask for nothing are left out.

    `terms` may be amended ones; the commitment tells the rule and the parties.
    """
    shown = []
    for each in fields(terms):
        value = getattr(terms, each.name)
        if value in _EMPTY and not (commitment.rule == "judgement" and each.name == "by"):
            continue
        text = _WORDS.get(each.name, _plain)(value, _About(commitment, terms, agreement))
        label = _LABELS_OF.get((commitment.rule, each.name), LABELS.get(each.name, each.name))
        shown.append(Line(str(label), text, usual=value == each.default))
    return shown


_LABELS_OF: Mapping[tuple[str, str], Promise] = {
    ("judgement", "by"): gettext_lazy("Judged by"),
    ("deadline", "by"): gettext_lazy("By"),
    ("coverage", "activity"): gettext_lazy("What counts"),
}


@dataclass(frozen=True, slots=True)
class _About:
    commitment: Commitment
    terms: Terms
    agreement: Agreement


def _plain(value: Any, _about: _About) -> str:
    return str(value)


def _codes(words: Words, join: Callable[[Sequence[str]], str] = joined_or) -> Callable[[Any, _About], str]:
    def write(value: Any, _about: _About) -> str:
        codes = (value,) if isinstance(value, str) else value
        first, *rest = [word(words, code) for code in codes]
        return join([first, *(each[:1].lower() + each[1:] for each in rest)])

    return write


def _at_least(value: Any, about: _About) -> str:
    if about.commitment.rule == "share":
        return percent(value)
    if about.commitment.rule == "staffing":
        return ngettext("%(count)s person", "%(count)s people", value) % {"count": value}
    return ngettext("%(count)s time", "%(count)s times", value) % {"count": value}


def _ratio(value: Fraction, _about: _About) -> str:
    if value == 1:
        return _("as much as before")
    return _("%(ratio)s times as much as before") % {"ratio": decimal(value)}


def _for_each(value: ForEach, _about: _About) -> str:
    kind = word(PLACE_KINDS, value.place).lower() if value.place else _("place")
    parts = [kind]
    if value.teaches_stage is not None:
        parts.append(_("that teaches school year %(stage)s") % {"stage": value.teaches_stage})
    if value.owner is not None:
        parts.append(_("owned by %(owner)s") % {"owner": value.owner})
    return " ".join(parts)


def _members(value: Sequence[str], about: _About) -> str:
    words = _MEMBERS[getattr(about.terms, "each_of", "place")]
    return joined_and([word(words, member) if words else member for member in value])


def _present(value: Sequence[tuple[str, int]], about: _About) -> str:
    return joined_and(
        [
            role_title(about.agreement, role)
            if many == 1
            else _("%(count)s × %(role)s") % {"count": many, "role": role_title(about.agreement, role)}
            for role, many in value
        ]
    )


def _by(value: date | Sequence[str] | None, about: _About) -> str:
    if isinstance(value, date):
        return dates.day(value)
    parties = value or tuple(dict.fromkeys((*about.commitment.owed_by, *about.commitment.owed_to)))
    return joined_and([party_name(about.agreement, party) for party in parties])


def _minutes(value: Any, _about: _About) -> str:
    return ngettext("%(count)s minute", "%(count)s minutes", int(value)) % {"count": decimal(value)}


def _working_days(value: int, _about: _About) -> str:
    return ngettext("%(count)s working day", "%(count)s working days", value) % {"count": value}


def _stages(value: tuple[int, int], _about: _About) -> str:
    return _("school years %(first)s to %(last)s") % {"first": value[0], "last": value[1]}


_YES = pgettext_lazy("a term", "yes")

_WORDS: Mapping[str, Callable[[Any, _About], str]] = {
    "activity": _codes(ACTIVITIES),
    "meeting": _codes(MEETINGS),
    "document": _codes(DOCUMENTS),
    "event": _codes(EVENTS),
    "until": _codes(EVENTS),
    "request": _codes(REQUESTS),
    "indicator": _codes(INDICATORS),
    "purpose": _codes(PURPOSES),
    "audience": _codes(AUDIENCES),
    "agenda": _codes(TOPICS, joined_and),
    "at_least": _at_least,
    "share_at_least": lambda value, _about: percent(value),
    "min_coverage": lambda value, _about: percent(value),
    "at_least_ratio": _ratio,
    "within_working_days": _working_days,
    "per": lambda value, _about: str(PER[value]),
    "for_each": _for_each,
    "each_of": lambda value, _about: str(EACH_OF[value]),
    "members": _members,
    "stages": _stages,
    "by_role": lambda value, about: role_title(about.agreement, value),
    "role": lambda value, about: role_title(about.agreement, value),
    "present": _present,
    "by": _by,
    "attached": lambda _value, _about: str(_YES),
    "fixed": lambda _value, _about: str(_YES),
    "min_minutes": _minutes,
    "weekly_minutes": _minutes,
    "distinct": lambda value, _about: str(DISTINCT[value]),
    "part_year": lambda value, _about: str(PART_YEARS[value]),
}
