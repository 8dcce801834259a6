"""Queuing messages in the transaction of what they tell of, and sending them afterwards."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation

from politikontakt.modules.access.tenants import tenant
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.outbox.words import body, subject

TRIES = 8
"""After so many failures a message is given up and shown to the operator."""
FIRST_WAIT = timedelta(minutes=1)
"""The wait before the second try; it doubles each time, so the last try comes after about two hours."""


def queue(*, kind: str, to: str, values: Mapping[str, str], language: str = "") -> Message:
    """Put a message in the outbox, in the municipality's language unless another is given. Sends nothing yet."""
    municipality = tenant()
    language = language or municipality.language
    return Message.objects.create(municipality=municipality, kind=kind, to=to, values=dict(values), language=language)


def discard_waiting() -> None:
    """Drop what waits in the open municipality: where a past is built, as in a demo, nobody is told of it."""
    Message.objects.filter(sent_at__isnull=True).delete()


def deliver(*, now: datetime, most: int = 100) -> tuple[int, int]:
    """Send what is due, at most so many; gives how many went and how many failed.

    Each message has its own short transaction for taking it, and is sent outside it: a message that is
    being sent can't be taken by another sender for some minutes, so none goes twice while all is well.
    """
    results = [_send(message, now) for message in _taken(now, most)]
    return results.count(True), results.count(False)


def _taken(now: datetime, most: int) -> Iterator[Message]:
    for _ in range(most):
        message = _take_one(now)
        if message is None:
            return
        yield message


@transaction.atomic
def _take_one(now: datetime) -> Message | None:
    waiting = Message.objects.filter(sent_at__isnull=True, given_up=False, due_at__lte=now)
    message: Message | None = waiting.select_for_update(skip_locked=True).order_by("due_at", "id").first()
    if message:
        message.attempts += 1
        message.due_at = now + FIRST_WAIT * 2 ** (message.attempts - 1)
        message.save(update_fields=["attempts", "due_at"])
    return message


def _send(message: Message, now: datetime) -> bool:
    try:
        with translation.override(message.language):
            EmailMessage(subject(message), body(message), to=[message.to]).send()
    except (OSError, SMTPException) as error:
        message.last_error = f"{type(error).__name__}: {error}"[:500]
        message.given_up = message.attempts >= TRIES
        message.save(update_fields=["last_error", "given_up"])
        return False
    message.sent_at, message.last_error = now, ""
    message.save(update_fields=["sent_at", "last_error"])
    return True
