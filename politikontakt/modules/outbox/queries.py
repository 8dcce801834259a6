"""Reading the outbox."""

from django.db.models import QuerySet

from politikontakt.modules.outbox.models import Message


def waiting() -> QuerySet[Message]:
    """Messages that have not gone yet, the oldest first."""
    rows: QuerySet[Message] = Message.objects.filter(sent_at__isnull=True, given_up=False)
    return rows.order_by("id")


def given_up() -> QuerySet[Message]:
    """Messages nobody could deliver, with the last error."""
    rows: QuerySet[Message] = Message.objects.filter(given_up=True)
    return rows.order_by("-id")
