"""The sender of messages: a loop beside the server, for all municipalities."""

from time import sleep

from django.db import close_old_connections
from django.utils import timezone
from django_scopes import scopes_disabled

from politikontakt.modules.outbox.services import deliver

PAUSE = 5
"""Seconds between two looks into the outbox."""


def deliver_due() -> tuple[int, int]:
    """Send what is due now; how many went and how many failed."""
    with scopes_disabled():
        return deliver(now=timezone.now())


def deliver_forever() -> None:
    """Look again and again. A database that can't be reached is tried again at the next look."""
    while True:
        close_old_connections()
        deliver_due()
        sleep(PAUSE)
