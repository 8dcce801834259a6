"""Telling those whose visit has got another day: what and when, never why."""

from collections.abc import Mapping
from datetime import date, time

from django.utils import translation

from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.directory.queries import partners
from politikontakt.modules.outbox.services import queue
from politikontakt.modules.outbox.words import text_of
from politikontakt.web.ui.templatetags.dates import clock, weekday_day
from politikontakt.web.ui.wording.vocabulary import ACTIVITIES, word

When = tuple[date, time | None]


def tell_moved(*, kind: str, before: When, after: When, to: str, sender: str) -> None:
    """Queue the notice to one address, in the municipality's language. It is sent after the transaction."""
    with translation.override(tenant().language):
        values = _values(kind, before, after, sender)
    queue(kind="visit_moved", to=to, values=values)


def notice(*, kind: str, before: When, after: When, sender: str) -> str:
    """The text of the notice, as it would be sent."""
    with translation.override(tenant().language):
        return text_of("visit_moved", _values(kind, before, after, sender))


def addresses_at() -> Mapping[str, str]:
    """The e-mail address of those who are to be told at each place, by the place's id."""
    return {each.place: each.contact_email for each in partners() if each.place and each.contact_email}


def known_addresses() -> Mapping[str, str]:
    """The e-mail address of each partner that has one, by the partner's id."""
    return {each.ref: each.contact_email for each in partners() if each.contact_email}


def _values(kind: str, before: When, after: When, sender: str) -> Mapping[str, str]:
    what = word(ACTIVITIES, kind).lower()
    return {"what": what, "before": _words(before), "after": _words(after), "sender": sender}


def _words(when: When) -> str:
    day, start = when
    return f"{weekday_day(day)} {clock(start)}".strip()
