"""Filters that show rows of the records: kinds, audiences, days, what the audit trail says."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from django import template
from django.utils.translation import gettext, ngettext

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.web.ui.wording import vocabulary as codes
from politikontakt.web.ui.wording.audit import action_words as audit_words
from politikontakt.web.ui.wording.dates import span

register = template.Library()


@register.filter
def activity_kind(code: str) -> str:
    """The word for a kind of activity."""
    return codes.word(codes.ACTIVITIES, code)


@register.filter
def code_words(values: Iterable[str], kind: str) -> str:
    """`{{ activity.themes|code_words:"THEMES" }}`: several codes in words."""
    return codes.listed(getattr(codes, kind), values)


@register.filter
def code_word(value: str, kind: str) -> str:
    """`{{ place.kind|code_word:"PLACE_KINDS" }}`: one code as a word."""
    return codes.word(getattr(codes, kind), value) if value else ""


@register.filter
def action_words(action: str) -> str:
    """What was written, as the audit trail says it."""
    return audit_words(action)


@register.filter
def minutes(value: int | None) -> str:
    """Minutes as people say them: 45 min, 1 h 30 min."""
    if not value:
        return ""
    hours, rest = divmod(value, 60)
    parts = [ngettext("%(n)d h", "%(n)d h", hours) % {"n": hours}] if hours else []
    return " ".join([*parts, *([gettext("%(n)d min") % {"n": rest}] if rest else [])])


@register.filter
def exemption_days(row: Any) -> str:
    """The days of an exception."""
    return span(DayRange(row.first, row.last))


@register.filter
def role_title(role: Any, language: str) -> str:
    """A role's title in a language."""
    return str(role.title(language))


@register.filter
def removal_key(key: UUID) -> UUID:
    """The key of the one removal a row can have: a button pressed twice removes once."""
    return uuid5(key, "removal")
