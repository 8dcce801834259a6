"""The base of all that a municipality records: register entries, and facts that are never edited."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from politikontakt.modules.audit.scoped import Scoped, ScopedCurrent


class Recorded(models.Model):
    """A row of a municipality: written once by its key, with when it became known and by whom.

    `objects` are all rows of the open scope, `current` those that hold. Without a scope both raise.
    `position` is the row's place in its file, where the later of two rows may hold.
    """

    municipality = models.ForeignKey("access.Municipality", on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField()
    position = models.BigIntegerField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    holds = models.BooleanField(default=True)

    objects = Scoped()
    current = ScopedCurrent()

    class Meta:
        abstract = True
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="%(class)s_key_once")]
        indexes = [models.Index(fields=["municipality", "holds", "position"], name="%(class)s_order")]


class Entry(Recorded):
    """An entry of a register: a place, a person, a partner. It keeps its row; each change is an audit row.

    `ref` is the id people and files know it by. An entry that was taken out does not hold.
    """

    ref = models.TextField()

    class Meta(Recorded.Meta):
        abstract = True
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(fields=["municipality", "ref"], name="%(class)s_ref_once"),
        ]


class Fact(Recorded):
    """Something that happened or was said. Never edited: a correction is a new row that names the older one.

    A row holds until a later one names it in `replaces`. A withdrawal is such a later row too:
    it has `withdrawn` set, and does not hold itself.
    """

    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    withdrawn = models.BooleanField(default=False)

    class Meta(Recorded.Meta):
        abstract = True


class NamedFact(Fact):
    """A fact that files know by an id, such as an activity. Corrections keep the `ref`."""

    ref = models.TextField()

    class Meta(Fact.Meta):
        abstract = True
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                fields=["municipality", "ref"], condition=models.Q(holds=True), name="%(class)s_ref_once"
            ),
        ]
