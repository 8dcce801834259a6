"""A verdict's period as people say it: «skoleåret 2016/17», «4. kvartal 2016», «uke 40 i 2016»."""

import re
from collections.abc import Callable, Mapping, Sequence

from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

_SHAPES: Sequence[tuple[str, Callable[[re.Match[str]], str]]] = (
    (r"(\d{4}/\d\d)", lambda found: _("school year %(label)s") % {"label": found[1]}),
    (r"(\d{4})-Q([1-4])", lambda found: _("quarter %(number)s of %(year)s") % {"number": found[2], "year": found[1]}),
    (r"(\d{4})-H1", lambda found: _("first half of %(year)s") % {"year": found[1]}),
    (r"(\d{4})-H2", lambda found: _("second half of %(year)s") % {"year": found[1]}),
    (r"(\d{4})-W(\d\d)", lambda found: _("week %(number)s of %(year)s") % {"number": int(found[2]), "year": found[1]}),
    (r"(\d{4})-(\d\d)", lambda found: f"{MONTHS[int(found[2])]} {found[1]}"),
    (r"avtaleår (\d+)", lambda found: _("agreement year %(number)s") % {"number": found[1]}),
    (r"avtalekvartal (\d+)", lambda found: _("agreement quarter %(number)s") % {"number": found[1]}),
    (r"avtaletiden", lambda _found: _("the agreement's whole life")),
)


def period(label: str, rule: str = "") -> str:
    """A period's label in words. For a `cohort` the label is the year its pupils leave."""
    if rule == "cohort" and label.isdecimal():
        return _("leaving in %(year)s") % {"year": label}
    for shape, words in _SHAPES:
        found = re.fullmatch(shape, label)
        if found:
            return words(found)
    return label


EACH: Mapping[str, Promise] = {
    "calendar_year": pgettext_lazy("so many…", "a calendar year"),
    "school_year": pgettext_lazy("so many…", "a school year"),
    "agreement_year": pgettext_lazy("so many…", "an agreement year"),
    "half_year": pgettext_lazy("so many…", "a half-year"),
    "calendar_quarter": pgettext_lazy("so many…", "a quarter"),
    "agreement_quarter": pgettext_lazy("so many…", "an agreement quarter"),
    "month": pgettext_lazy("so many…", "a month"),
    "week": pgettext_lazy("so many…", "a week"),
    "term": pgettext_lazy("so many…", "in the agreement's whole life"),
}


def each(per: str) -> str:
    """«i skoleåret»: what follows «minst 8 …»."""
    return str(EACH[per])


PER: Mapping[str, Promise] = {
    "calendar_year": gettext_lazy("calendar year"),
    "school_year": gettext_lazy("school year"),
    "agreement_year": gettext_lazy("agreement year"),
    "half_year": gettext_lazy("half-year"),
    "calendar_quarter": gettext_lazy("quarter"),
    "agreement_quarter": gettext_lazy("agreement quarter"),
    "month": gettext_lazy("month"),
    "week": gettext_lazy("week"),
    "term": gettext_lazy("the agreement's whole life"),
}
"""The kinds of periods by themselves."""
