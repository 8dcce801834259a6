"""The sender of messages: a loop beside the server, for all municipalities."""

import logging
from datetime import timedelta
from time import sleep

from django.core.management import call_command
from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django_scopes import scopes_disabled

from politikontakt.modules.outbox.services import deliver

PAUSE = 5
"""Seconds between two looks into the outbox."""
EACH_DAY = timedelta(days=1)
LOG = logging.getLogger(__name__)


def deliver_due() -> tuple[int, int]:
    """Send what is due now; how many went and how many failed."""
    with scopes_disabled():
        return deliver(now=timezone.now())


def deliver_forever() -> None:
    """Look again and again, and sweep out old sessions each day. What fails is tried again at the next look."""
    swept = timezone.now() - EACH_DAY
    while True:
        close_old_connections()
        try:
            deliver_due()
            if timezone.now() - swept >= EACH_DAY:
                call_command("clearsessions")
                swept = timezone.now()
        except DatabaseError:
            LOG.exception("The outbox could not be read; it is tried again in %s seconds.", PAUSE)
        sleep(PAUSE)
