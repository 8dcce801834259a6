"""Messages waiting to go out, written in the same transaction as what they tell of."""

from django.db import models
from django.utils import timezone

from politikontakt.modules.audit.scoped import Scoped


class Message(models.Model):
    """One e-mail to one address. `kind` names its words (`outbox/<kind>.txt`), `values` fill them.

    Sent once: `sent_at` is set when the mail server took it. A failure leaves `last_error` and a later `due_at`.
    """

    municipality = models.ForeignKey("access.Municipality", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=100)
    to = models.EmailField()
    language = models.CharField(max_length=2)
    values = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up = models.BooleanField(default=False)
    last_error = models.CharField(max_length=500, blank=True)

    objects = Scoped()

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=models.Q(sent_at__isnull=True, given_up=False),
                name="message_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.to}"
