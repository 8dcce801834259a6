"""Days and times in templates, by the words of `wording/dates.py`: «15. mars», «torsdag 15. mars», «08.15»."""

from datetime import date, datetime, time

from babel.dates import format_date
from django import template
from django.utils import timezone
from django.utils.translation import get_language, gettext

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.web.ui.wording import dates

register = template.Library()
NBSP = "\N{NO-BREAK SPACE}"


def _as_day(value: date) -> date:
    """The local day of an instant; a day is itself."""
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def _kept_together(text: str) -> str:
    """So that number and month never part at a line's end."""
    return text.replace(" ", NBSP, 1)


@register.filter
def day(value: date | None) -> str:
    """15. mars"""
    return _kept_together(dates.day_in_year(_as_day(value))) if value else ""


@register.filter
def day_year(value: date | None) -> str:
    """15. mars 2018"""
    return _kept_together(dates.day(_as_day(value))) if value else ""


@register.filter
def weekday(value: date | None) -> str:
    """torsdag"""
    return format_date(_as_day(value), "EEEE", locale=get_language() or "nb") if value else ""


@register.filter
def weekday_short(value: date | None) -> str:
    """man."""
    return format_date(_as_day(value), "EEE", locale=get_language() or "nb") if value else ""


@register.filter
def weekday_day(value: date | None) -> str:
    """torsdag 15. mars"""
    return f"{weekday(value)} {day(value)}" if value else ""


@register.filter
def month_short(value: date | None) -> str:
    """mars, apr."""
    return format_date(_as_day(value), "MMM", locale=get_language() or "nb") if value else ""


@register.filter
def clock(value: time | datetime | None) -> str:
    """kl. 08.15"""
    if value is None:
        return ""
    return _kept_together(dates.clock(timezone.localtime(value).time() if isinstance(value, datetime) else value))


@register.filter
def span(value: DayRange | None) -> str:
    """2.–14. mai 2017"""
    return dates.span(value) if value else ""


@register.filter
def near_day(value: date, today: date) -> str:
    """I dag, I morgen, else the weekday with a capital: «Tirsdag»."""
    if value == today:
        return gettext("Today")
    if (value - today).days == 1:
        return gettext("Tomorrow")
    name = weekday(value)
    return name[:1].upper() + name[1:]
