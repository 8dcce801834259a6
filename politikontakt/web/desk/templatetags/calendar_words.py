"""Filters of the pages about days without school."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.functional import Promise
from django.utils.translation import ngettext, pgettext_lazy

from politikontakt.core.calendar.imports.comparing import Held
from politikontakt.core.calendar.imports.stretches import Stretch
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.directory.calendar_versions import Version
from politikontakt.web.desk.calendars.grid import Week
from politikontakt.web.ui.wording.dates import span

register = template.Library()
FIRST_WEEK = 7

SOURCES: Mapping[str, Promise] = {
    "table": pgettext_lazy("school calendar", "from a table of days"),
    "ical": pgettext_lazy("school calendar", "from an iCal file"),
    "grid": pgettext_lazy("school calendar", "ticked by hand"),
    "hand": pgettext_lazy("school calendar", "entered days"),
    "taken_out": pgettext_lazy("school calendar", "took days out"),
    "folder": pgettext_lazy("school calendar", "imported the whole record"),
}


@register.filter
def source_words(source: str) -> Promise | str:
    """Where a change of days came from."""
    return SOURCES.get(source, source)


@register.filter
def school_year_label(days: DayRange) -> str:
    """2017/18"""
    return f"{days.first.year}/{days.last.year % 100:02}"


@register.filter
def stretch_words(stretch: Stretch | Held) -> str:
    """19.–23. februar 2018 Vinterferie"""
    found = stretch.stretch if isinstance(stretch, Held) else stretch
    return f"{span(found.days)} {found.reason}".strip()


@register.filter
def counted(changes: Any) -> str:
    """2 new, 1 changed, 1 removed."""
    return _counted(len(changes.added), len(changes.changed), len(changes.removed))


@register.filter
def counted_changes(version: Version) -> str:
    """The same of all schools of a version."""
    return _counted(
        sum(len(each.added) for each in version.schools),
        sum(len(each.changed) for each in version.schools),
        sum(len(each.removed) for each in version.schools),
    )


@register.filter
def begins_month(week: Week) -> bool:
    """Whether it is the first week of its month."""
    return week.monday.day <= FIRST_WEEK


def _counted(added: int, changed: int, removed: int) -> str:
    parts = [
        ngettext("%(n)d new", "%(n)d new", added) % {"n": added} if added else "",
        ngettext("%(n)d changed", "%(n)d changed", changed) % {"n": changed} if changed else "",
        ngettext("%(n)d removed", "%(n)d removed", removed) % {"n": removed} if removed else "",
    ]
    return ", ".join(part for part in parts if part)


@register.filter
def webcal(address: str) -> str:
    """The address by which a calendar program takes it for a subscription."""
    return "webcal://" + address.partition("://")[2]
