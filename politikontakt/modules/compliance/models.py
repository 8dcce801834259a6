"""Files that somebody wants to import, between looking at what would change and saying yes."""

from django.db import models
from django.utils import timezone

from politikontakt.modules.audit.scoped import Scoped


class Draft(models.Model):
    """A faultless folder waiting for a yes. Not part of the record; it goes when it is used or a day old.

    `files` are the files' bytes in base64, by name; `version` is the state of the record it was compared with.
    """

    municipality = models.ForeignKey("access.Municipality", on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField(unique=True)
    files = models.JSONField()
    version = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey("access.User", on_delete=models.CASCADE, related_name="+")

    objects = Scoped()

    def __str__(self) -> str:
        return str(self.key)
