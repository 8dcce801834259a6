"""The kinds of rules: what each is called and what it does."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class RuleWords:
    """A rule kind's name, and how it is judged, in one sentence."""

    name: Promise
    judged: Promise


RULES: Mapping[str, RuleWords] = {
    "count": RuleWords(
        pgettext_lazy("kind of rule", "A number"), _("So much is to be done in each period; what qualifies is counted.")
    ),
    "meeting": RuleWords(
        pgettext_lazy("kind of rule", "Meetings"),
        _("A held meeting counts when enough people in each role took part and its agenda has what is asked for."),
    ),
    "deadline": RuleWords(
        pgettext_lazy("kind of rule", "A deadline"), _("Something is to be in place by a day; later is kept late.")
    ),
    "staffing": RuleWords(
        pgettext_lazy("kind of rule", "A post that is filled"),
        _("On every day enough people are to hold the role; one day too few breaks it."),
    ),
    "share": RuleWords(
        pgettext_lazy("kind of rule", "A share of the time"),
        _("The logged time for one purpose is measured against all logged time, if enough of it is logged."),
    ),
    "baseline": RuleWords(
        pgettext_lazy("kind of rule", "More than before"),
        _("A measurement is held against a level that was locked before the agreement began."),
    ),
    "cohort": RuleWords(
        pgettext_lazy("kind of rule", "Once for each class"),
        _("Each school's pupils of a year are to be reached before they leave the school."),
    ),
    "coverage": RuleWords(
        pgettext_lazy("kind of rule", "Each of several"), _("Each one of a list is to be reached in each period.")
    ),
    "answer": RuleWords(
        pgettext_lazy("kind of rule", "Answers in time"),
        _("What was asked for is to be answered within so many working days."),
    ),
    "judgement": RuleWords(
        pgettext_lazy("kind of rule", "The parties' own judgement"),
        _("Nobody can count it, so each party says what it finds of each period."),
    ),
}


def name(rule: str) -> str:
    """What a rule kind is called."""
    return str(RULES[rule].name)


def judged(rule: str) -> str:
    """How a rule kind is judged."""
    return str(RULES[rule].judged)
