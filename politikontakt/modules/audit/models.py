"""The audit chain: one row for every write, each sealed by the hash of the one before."""

from django.db import models

from politikontakt.modules.audit.scoped import ScopedById


class Head(models.Model):
    """The end of a municipality's chain. Locked by every write, so that writes of a municipality stand in a row.

    `number` counts the writes; `hash` names the state of all that is recorded, and caches go by it.
    """

    municipality_id = models.BigIntegerField(unique=True)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True, default="")

    objects = ScopedById()

    def __str__(self) -> str:
        return f"{self.municipality_id}: {self.number}"


class AuditRow(models.Model):
    """One write: which, by whom in which role, of what, with which content.

    The actor's name and role are those of that time. `key` makes a write happen once. `body` is the
    content as it was given; `digest` its hash, by which a repeated key is compared. `outcome` is what
    the write met or did beside that: what stood before a change, how many rows an import touched.
    """

    municipality_id = models.BigIntegerField()
    number = models.BigIntegerField()
    key = models.UUIDField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True, blank=True)
    actor_name = models.TextField()
    actor_role = models.TextField(blank=True)
    action = models.CharField(max_length=100)
    subject = models.CharField(max_length=100, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    subject_ref = models.TextField(blank=True)
    body = models.JSONField()
    outcome = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = ScopedById()

    class Meta:
        ordering = ["municipality_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["municipality_id", "number"], name="audit_number_once"),
            models.UniqueConstraint(fields=["municipality_id", "key"], name="audit_key_once"),
        ]
        indexes = [models.Index(fields=["municipality_id", "subject", "subject_ref"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject_ref}"
