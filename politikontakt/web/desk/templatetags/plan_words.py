"""Tags of the plan: its signs, months and hours, and how a chance is said."""

from datetime import date
from typing import Any

from babel.dates import format_date
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, pgettext

from politikontakt.core.planner.forecast import Forecast
from politikontakt.web.desk.plan.lines import AGREED, DONE, PROPOSED, WAITING
from politikontakt.web.desk.plan.year import Year
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.dates import month
from politikontakt.web.ui.wording.numbers import percent
from politikontakt.web.ui.wording.outlooks import TENTHS, outlook_sentences, tenths
from politikontakt.web.ui.wording.plans import blocks
from politikontakt.web.ui.wording.refusals import SENTENCES

register = template.Library()

SIGNS = {
    DONE: '<circle cx="7" cy="7" r="5.5" fill="var(--pk-accent)"/>',
    AGREED: '<circle cx="7" cy="7" r="5" fill="var(--pk-surface)" stroke="var(--pk-accent)" stroke-width="2.4"/>',
    PROPOSED: '<path d="M7 1l6 6-6 6-6-6z" fill="var(--pk-surface)" stroke="var(--pk-late)" stroke-width="1.8" '
    'stroke-dasharray="3 2"/>',
    WAITING: '<path d="M7 1.5v11M1.5 7h11" stroke="var(--pk-late)" stroke-width="2.4"/>',
    "lost": '<path d="M2.5 2.5l9 9M11.5 2.5l-9 9" stroke="var(--pk-bad)" stroke-width="2"/>',
}


@register.simple_tag
def plan_sign(state: str, said: bool = True) -> SafeString:
    """The sign of a row's state, and its word: beside it, or for those who don't see the sign."""
    known = {
        DONE: pgettext("plan", "Done"),
        AGREED: pgettext("plan", "Agreed"),
        PROPOSED: pgettext("plan", "Proposed"),
        WAITING: pgettext("plan", "Waits for a yes"),
        "lost": pgettext("plan", "Lost day"),
    }
    drawing = mark_safe(SIGNS[state])  # noqa: S308 – drawn here, nothing from outside
    return format_html(
        '<svg class="pk-va" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{}</svg> {}',
        drawing,
        known[state] if said else format_html('<span class="ds-sr-only">{}: </span>', known[state]),
    )


@register.filter
def month_name(day: date) -> str:
    """mars"""
    return str(format_date(day, "LLLL", locale=get_language() or "nb"))


@register.filter
def month_of(month: str) -> str:
    """mars, from 2018-03."""
    return month_name(date.fromisoformat(f"{month}-01"))


@register.filter
def month_year(day: date) -> str:
    """mars 2018"""
    return month(day)


@register.filter
def short_day(day: date) -> str:
    """man. 19."""
    return str(format_date(day, "EEE d.", locale=get_language() or "nb"))


@register.filter
def week_number(day: date) -> int:
    """The ISO week."""
    return day.isocalendar().week


@register.filter
def to_come(year: Year) -> int:
    """How many rows are agreed or proposed."""
    return year.counts[AGREED] + year.counts[PROPOSED]


@register.filter
def hours(value: float) -> str:
    """Whole hours."""
    return str(round(value))


@register.filter
def hours_of_minutes(minutes: int) -> str:
    """Whole hours, from minutes."""
    return hours(minutes / 60)


@register.filter
def lost_cause(code: str) -> str:
    """«Kalt ut»"""
    return words.word(words.CAUSES, code)


@register.filter
def absence_kind(code: str) -> str:
    """«Permisjon»"""
    return words.word(words.ABSENCES, code)


@register.filter
def block_word(code: str) -> str:
    """«formiddag»"""
    return blocks()[code]


@register.filter
def outlook(forecast: Forecast) -> tuple[str, ...]:
    """The chance, and the last safe week, as sentences."""
    return outlook_sentences(forecast)


@register.filter
def short_name(name: str) -> str:
    """A school's name as the wheel has room for: Hommelvik u."""
    return name.replace("ungdomsskole", "u.").replace("ungdomsskule", "u.")


@register.filter
def chance_words(forecast: Forecast) -> str:
    """Six in ten; never a bare figure without what it is the chance of."""
    chance = tenths(forecast)
    if chance >= TENTHS:
        return gettext("as good as certain")
    if chance <= 0:
        return gettext("hardly any")
    return gettext("%(tenths)d in 10") % {"tenths": chance}


@register.filter
def percent_words(share: float) -> str:
    """3 %"""
    return percent(share)


@register.filter
def refusal_words(code: str) -> Any:
    """Why a run was refused."""
    return SENTENCES[code]()
