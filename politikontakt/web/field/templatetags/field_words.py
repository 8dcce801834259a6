"""Filters of the field pages: a time without its «kl.», and what a visit would count for."""

from datetime import datetime, time

from django import template
from django.utils import timezone
from django.utils.translation import pgettext

from politikontakt.web.field.log.summary import visit_words
from politikontakt.web.field.today.due import Due

register = template.Library()


@register.filter
def hours(value: time | datetime | None) -> str:
    """08.15, where a column or a heading says that it is a time."""
    if value is None:
        return ""
    at = timezone.localtime(value).time() if isinstance(value, datetime) else value
    return pgettext("a time in a column", "%(hour)s:%(minute)s") % {
        "hour": f"{at.hour:02}",
        "minute": f"{at.minute:02}",
    }


@register.filter
def visit_line(due: Due | None) -> dict[str, str]:
    """«Besøk 5 av 8.» and «I rute.»."""
    return visit_words(due)
