"""Telling those whose visit has got another day: what and when, never why."""

from collections.abc import Mapping
from datetime import date, time

from django.utils import translation

from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.directory.queries import partners
from politikontakt.modules.outbox.services import queue
from politikontakt.web.ui.templatetags.dates import clock, weekday_day
from politikontakt.web.ui.wording.vocabulary import ACTIVITIES, word

When = tuple[date, time | None]


def tell_moved(*, kind: str, before: When, after: When, to: str, sender: str) -> None:
    """Queue the notice to one address, in the municipality's language. It is sent after the transaction."""
    with translation.override(tenant().language):
        values = {
            "what": word(ACTIVITIES, kind).lower(),
            "before": _words(before),
            "after": _words(after),
            "sender": sender,
        }
    queue(kind="visit_moved", to=to, values=values)


def known_addresses() -> Mapping[str, str]:
    """The e-mail address of each partner that has one, by the partner's id."""
    return {each.ref: each.contact_email for each in partners() if each.contact_email}


def _words(when: When) -> str:
    day, start = when
    return f"{weekday_day(day)} {clock(start)}".strip()
