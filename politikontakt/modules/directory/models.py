"""The directory: where people are, whom one works with, and how residents reach the contacts."""

from django.db import models

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.access.facts import Entry, Fact
from politikontakt.modules.access.fields import CodesField
from politikontakt.modules.access.models import Person


class Place(Entry):
    """A school, a shopping centre, a sports ground … Open from `opened_on` to `closed_on`, both included.

    `stage_from` and `stage_to` are school years 1–13; `zone` is where it lies for travelling.
    """

    name = models.TextField()
    kind = models.TextField()
    stage_from = models.PositiveSmallIntegerField(null=True, blank=True)
    stage_to = models.PositiveSmallIntegerField(null=True, blank=True)
    owner = models.TextField(blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    zone = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name


class ClosedDays(Fact):
    """Days on which a school can't be visited, both ends included. Without a place: every school."""

    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="closed_days")
    first = models.DateField()
    last = models.DateField()
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.first}–{self.last} {self.reason}"


class Absence(Fact):
    """Days on which a contact is not available, in some blocks of the day or, with none named, all of them."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="absences")
    first = models.DateField()
    last = models.DateField()
    blocks = CodesField(default="", blank=True)
    kind = models.TextField(default="leave")

    def __str__(self) -> str:
        return f"{self.person_id} {self.first}–{self.last} {self.kind}"

    @property
    def days(self) -> DayRange:
        """From the first to the last, both included."""
        return DayRange(self.first, self.last)


class Partner(Entry):
    """One the contacts work with: a business, a club, a reception centre; and the person there to talk to.

    `place` is the ref of the place where they are the one to talk to, such as the school of a head teacher.
    """

    name = models.TextField()
    kind = models.TextField(blank=True)
    place = models.TextField(blank=True, default="")
    contact_name = models.CharField(max_length=200, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)

    def __str__(self) -> str:
        return self.name


class ContactCard(Fact):
    """What the public page says about reaching the police: the newest card holds.

    `reception` and `presence` are texts by language: `{"nb": "…", "nn": "…"}`.
    """

    phone = models.CharField(max_length=40)
    email = models.EmailField(blank=True)
    reception = models.JSONField(default=dict)
    presence = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.phone


class FeedAddress(Fact):
    """A calendar that somebody subscribes to by a secret address: a contact's own, or a school's.

    The secret is not here: it is made from the row and the installation's key. A new address is a
    correction, and the old one leads nowhere from then on.
    """

    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(person__isnull=True, place__isnull=False)
                | models.Q(person__isnull=False, place__isnull=True),
                name="feed_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id or ''} {self.place_id or ''}".strip()
