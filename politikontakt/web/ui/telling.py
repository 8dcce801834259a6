"""Telling those whose visit has got another day: what and when, never why."""

from collections.abc import Callable, Mapping
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


def known_addresses() -> Callable[[str, str], str]:
    """Whom to tell of a row: the e-mail address by the ids of its partner and its place, the partner's own first."""
    known = [each for each in partners() if each.contact_email]
    own = {each.ref: each.contact_email for each in known}
    at = {each.place: each.contact_email for each in known if each.place}
    return lambda partner, place: own.get(partner) or at.get(place, "")


def _values(kind: str, before: When, after: When, sender: str) -> Mapping[str, str]:
    what = word(ACTIVITIES, kind).lower()
    return {"what": what, "before": _words(before), "after": _words(after), "sender": sender}


def _words(when: When) -> str:
    day, start = when
    return f"{weekday_day(day)} {clock(start)}".strip()
