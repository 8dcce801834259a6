"""Filters of the field pages: a time without its «kl.», and what a visit would count for."""

from datetime import datetime, time
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, pgettext

from politikontakt.modules.activities.models import Activity
from politikontakt.modules.directory.models import Place
from politikontakt.web.field.log.summary import visit_words
from politikontakt.web.field.today.agenda import ends_at
from politikontakt.web.field.today.due import Due
from politikontakt.web.ui.wording import vocabulary as codes

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


register.filter("ends_at", ends_at)


@register.filter
def where_or_what(activity: Activity) -> str:
    """Where it is, else what it is: «Sveberg skole»."""
    return activity.place.name if activity.place else codes.word(codes.ACTIVITIES, activity.kind)


@register.simple_tag
def log_address(slug: str, place: Place | None, planned: Activity | None) -> str:
    """The log sheet for what is planned here, or for this place, or an empty one."""
    if planned:
        return reverse("field:log_planned", args=[slug, planned.ref])
    empty = reverse("field:log", args=[slug])
    return f"{empty}?{urlencode({'place': place.ref})}" if place else empty


@register.filter
def log_words(place: Place | None, planned: Activity | None) -> str:
    """What the big button says: «Logg besøket her», «Logg arbeid her», «Logg arbeid»."""
    if planned and planned.kind == "school_visit":
        return gettext("Log the visit here")
    return gettext("Log work here") if place else gettext("Log work")


@register.filter
def visit_line(due: Due | None) -> dict[str, str]:
    """«Besøk 5 av 8.» and «I rute.»."""
    return visit_words(due)
