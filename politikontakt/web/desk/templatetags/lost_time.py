"""The page of lost time: months by name, shares, classes by name, and a bar for each month."""

from datetime import date

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from politikontakt.modules.activities.called_out import CAUSES
from politikontakt.web.desk.lost_time.balance import Month
from politikontakt.web.ui.wording import dates
from politikontakt.web.ui.wording import vocabulary as codes
from politikontakt.web.ui.wording.numbers import percent

register = template.Library()
LONGEST = 160
"""Units of the longest bar."""


@register.filter
def month_year(first: date) -> str:
    """mars 2018"""
    return dates.month(first)


@register.filter
def share(value: float | None) -> str:
    """12 %"""
    return "" if value is None else percent(value)


@register.filter
def by_cause(month: Month) -> list[tuple[str, int]]:
    """The classes that occur, each with its minutes, the most first."""
    pairs = [(codes.word(codes.CAUSES, cause), minutes) for cause, minutes in zip(CAUSES, month.lost, strict=True)]
    return sorted((pair for pair in pairs if pair[1]), key=lambda pair: -pair[1])


@register.simple_tag
def lost_bar(month: Month, most: int) -> SafeString:
    """A bar as long as the month's loss beside the worst month's; the table's cells are its twin in text."""
    width = round(LONGEST * month.total / most) if most else 0
    if not width:
        return SafeString("")
    return format_html(
        '<svg class="pk-lost" viewBox="0 0 {} 12" width="{}" height="12" aria-hidden="true">'
        '<rect width="{}" height="12" rx="2" fill="var(--pk-late)"/></svg>',
        LONGEST,
        LONGEST,
        width,
    )
