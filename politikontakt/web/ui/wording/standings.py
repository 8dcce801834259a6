"""How a promise stands: the word, what it means, and the signs that go with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from politikontakt.core.commitments.verdict import Standing


@dataclass(frozen=True, slots=True)
class StandingWords:
    """`icon` and `colour` name what the style sheets draw; `sign` is for text without pictures."""

    word: Promise
    meaning: Promise
    icon: str
    colour: str
    sign: str
    loud: bool = False
    """Whether it gets a tinted field: the three that ask somebody to act."""


STANDINGS: Mapping[Standing, StandingWords] = {
    Standing.KEPT: StandingWords(
        pgettext_lazy("standing", "Kept"), _("What was promised for the period is done."), "kept", "success", "✓"
    ),
    Standing.LATE: StandingWords(
        pgettext_lazy("standing", "Kept late"), _("It was done, but after its day."), "late", "neutral", "✓"
    ),
    Standing.ON_TRACK: StandingWords(
        pgettext_lazy("standing", "On track"),
        _("At least as much is done as could be expected by now, or the rest is in the plan."),
        "on_track",
        "accent",
        "→",
    ),
    Standing.AT_RISK: StandingWords(
        pgettext_lazy("standing", "Behind"),
        _("Less is done than could be expected by now, but it can still be reached."),
        "at_risk",
        "warning",
        "!",
        loud=True,
    ),
    Standing.BROKEN: StandingWords(
        pgettext_lazy("standing", "Broken"),
        _("It can no longer be reached, or its day has passed."),
        "broken",
        "danger",
        "✗",
        loud=True,
    ),
    Standing.DISPUTED: StandingWords(
        pgettext_lazy("standing", "Disputed"),
        _("One of the parties disagrees with the figure."),
        "disputed",
        "brand1",
        "◆",
        loud=True,
    ),
    Standing.NOT_DUE: StandingWords(
        pgettext_lazy("standing", "Not due"), _("Nothing is owed yet."), "not_due", "neutral", "·"
    ),
    Standing.NOT_MEASURED: StandingWords(
        pgettext_lazy("standing", "Not measured"),
        _("Nobody has measured it, so nobody can say."),
        "not_measured",
        "neutral",
        "?",
    ),
    Standing.WAIVED: StandingWords(
        pgettext_lazy("standing", "Set aside"),
        _("Those it is owed to have agreed to let it rest."),
        "waived",
        "neutral",
        "–",
    ),
    Standing.EXCUSED: StandingWords(
        pgettext_lazy("standing", "Excused"),
        _("Those it is owed to accept that it could not be done."),
        "excused",
        "neutral",
        "○",
    ),
}


def word(standing: str) -> str:
    """«I rute» for `on_track`."""
    return str(STANDINGS[Standing(standing)].word)


def meaning(standing: str) -> str:
    """What the standing says, in one sentence."""
    return str(STANDINGS[Standing(standing)].meaning)
