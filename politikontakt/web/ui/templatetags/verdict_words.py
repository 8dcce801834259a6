"""Filters that show a verdict's numbers, period and subject in words."""

from typing import Any

from django import template
from django.utils.translation import gettext

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import PeriodRef, Verdict
from politikontakt.web.ui.wording.dates import span
from politikontakt.web.ui.wording.numbers import number_of
from politikontakt.web.ui.wording.periods import PER, period
from politikontakt.web.ui.wording.standings import meaning as standing_meaning
from politikontakt.web.ui.wording.subjects import Names

register = template.Library()


@register.filter
def number(verdict: Verdict) -> str:
    """The figure that sums a verdict up: 3 of 8."""
    return number_of(verdict)


@register.filter
def period_words(verdict: Verdict) -> str:
    """The verdict's period by name, with a capital: Skoleåret 2017/18."""
    return upper_first(period(verdict.period.label) if verdict.period else "")


@register.filter
def period_within(verdict: Verdict) -> str:
    """The verdict's period as it stands within a sentence: skoleåret 2017/18."""
    return period(verdict.period.label) if verdict.period else ""


@register.filter
def span_words(ref: PeriodRef) -> str:
    """The days of a period."""
    return span(DayRange(ref.first, ref.last))


@register.filter
def per_words(per: str) -> str:
    """A kind of year, with a capital."""
    return upper_first(str(PER[per]))


@register.filter
def meaning(standing: str) -> str:
    """What a standing says, in one sentence."""
    return standing_meaning(standing)


@register.filter
def subject_name(verdict: Verdict, names: Names) -> str:
    """What a verdict is about, by name."""
    return names.subject(verdict.subject)


@register.filter
def subject_word(subject: str, names: Names) -> str:
    """A subject by name."""
    return names.subject(subject)


@register.filter
def label_alone(label: str) -> str:
    """A period's label without the kind of period in front: 2 for avtaleår 2."""
    return label.lstrip("abcdefghijklmnopqrstuvwxyzåæø ")


@register.filter
def member_name(verdict: Verdict, names: Names) -> str:
    """The theme or partner of a verdict that is about one place."""
    return names.subject(verdict.subject.partition("/")[2])


@register.filter
def course_words(chosen: Any) -> str:
    """What the chart shows, for those who do not see it."""
    verdict = chosen.verdict
    return gettext("%(done)d done of %(required)d, %(planned)d more in the plan.") % {
        "done": verdict.done or 0,
        "required": verdict.required or 0,
        "planned": verdict.planned or 0,
    }


def upper_first(words: str) -> str:
    """A capital first letter, the rest as it is."""
    return words[:1].upper() + words[1:]
