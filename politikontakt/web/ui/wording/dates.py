"""Days and times as people write them: «15. mars 2018», «kl. 08.15»."""

from datetime import date, time

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from politikontakt.core.calendar.ranges import DayRange


def day(on: date) -> str:
    """«15. mars 2018»."""
    return pgettext("a day", "%(day)s %(month)s %(year)s") % _parts(on)


def day_in_year(on: date) -> str:
    """«15. mars», where the year is known."""
    return pgettext("a day without its year", "%(day)s %(month)s") % _parts(on)


def month(on: date) -> str:
    """«mars 2018»."""
    return pgettext("a month", "%(month)s %(year)s") % _parts(on)


def _parts(on: date) -> dict[str, object]:
    return {"day": on.day, "month": MONTHS[on.month], "year": on.year}


def clock(at: time) -> str:
    """«kl. 08.15»."""
    return pgettext("a time of day", "%(hour)s:%(minute)s") % {"hour": f"{at.hour:02}", "minute": f"{at.minute:02}"}


def span(days: DayRange) -> str:
    """«2.–14. mai 2017»: what both ends share is said once."""
    first, last = days.first, days.last
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return pgettext("days of one month", "%(first)s–%(last)s %(month)s %(year)s") % {
            **_parts(last),
            "first": first.day,
            "last": last.day,
        }
    start = day_in_year(first) if first.year == last.year else day(first)
    return _("%(first)s to %(last)s") % {"first": start, "last": day(last)}
