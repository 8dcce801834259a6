"""Capacity for people: a line for each month, and what may be lost."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """The table and what it means, line by line; no table where no day of from..to is in force."""
    if found["months"]:
        yield from _table(found)
    yield _loss(found["days_to_lose"])


def _table(found: Mapping[str, Any]) -> Iterator[str]:
    heads = (_("Promised"), _("Available"), _("Margin"))
    yield _("Month").ljust(11) + " ".join(f"{head:>12}" for head in heads)
    for each in found["months"]:
        numbers = (each["promised"], each["available"], each["margin"])
        yield f"{each['month']:<10} " + " ".join(f"{round(number):>12}" for number in numbers)
    yield _("Minutes, with travel. The tightest month is %(month)s.") % {"month": found["worst_month"]}


def _loss(range_: Mapping[str, Any]) -> str:
    least, most = range_["at_least"], range_["at_most"]
    if most is None:
        return _("Nothing is promised in these days, so no lost day breaks a promise.")
    if most == 0:
        return _("A promise is short before a single day is lost.")
    if least == most:
        words = ngettext(
            "One lost contact-day, the worst one, leaves a promise short.",
            "%(most)s lost contact-days, the worst ones, leave a promise short.",
            most,
        )
        return words % {"most": most}
    if least <= 1:
        return _("Some %(most)s lost contact-days leave a promise short; whether fewer do is not proven.") % {
            "most": most
        }
    words = _("Some %(most)s lost contact-days leave a promise short; fewer than %(least)s never do.")
    return words % {"least": least, "most": most}
