"""Work as it is logged. The statuses are planned, done and cancelled; a change of status is a new row."""

from typing import TypeVar

from django.db import models

from politikontakt.modules.access.facts import Fact, NamedFact
from politikontakt.modules.access.fields import CodesField, InstantField
from politikontakt.modules.access.models import Person
from politikontakt.modules.audit.scoped import Scoped
from politikontakt.modules.directory.models import Place

Row = TypeVar("Row", bound=models.Model, covariant=True)


class ScopedByActivity(Scoped[Row]):
    """People of activities."""

    path = "activity__municipality"


class ScopedByMeeting(Scoped[Row]):
    """People of meetings."""

    path = "meeting__municipality"


class Activity(NamedFact):
    """A piece of work of one or more contacts. `minutes` is the time of each person taking part.

    `reported_at` is when it became known, as files carry it; empty for rows of files that did not say.
    `note` is for the parties' own eyes and is in no file. The last four columns are the planner's.
    """

    kind = models.TextField()
    status = models.TextField()
    happened_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveIntegerField(default=0)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    people = models.ManyToManyField(Person, through="ActivityPerson", related_name="activities")
    purpose = models.TextField(blank=True)
    audience = CodesField(default="", blank=True)
    themes = CodesField(default="", blank=True)
    partner = models.TextField(blank=True)
    note = models.TextField(blank=True)
    reported_at = InstantField(null=True, blank=True)
    confirmed = models.BooleanField(null=True, blank=True)
    series = models.TextField(blank=True)
    period = models.DateField(null=True, blank=True)
    ordinal = models.PositiveIntegerField(null=True, blank=True)

    class Meta(NamedFact.Meta):
        verbose_name_plural = "activities"
        indexes = [
            *NamedFact.Meta.indexes,
            models.Index(fields=["municipality", "holds", "happened_on"], name="activity_day"),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind} {self.status}"


class ActivityPerson(models.Model):
    """One who took part in an activity, in the order they were named."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="takers_part")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    objects = ScopedByActivity()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.person_id}"


class Meeting(NamedFact):
    """A meeting of people in roles; `agenda` holds topic codes. Time and place are for the planner and the page."""

    kind = models.TextField()
    status = models.TextField()
    happened_on = models.DateField()
    people = models.ManyToManyField(Person, through="MeetingPerson", related_name="meetings")
    agenda = CodesField(default="", blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    block = models.TextField(blank=True)
    minutes = models.PositiveIntegerField(null=True, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind} {self.status}"


class MeetingPerson(models.Model):
    """One who took part in a meeting, in the order they were named."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="takers_part")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    objects = ScopedByMeeting()

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.person_id}"


class Event(NamedFact):
    """A milestone, such as a reception that moved."""

    kind = models.TextField()
    happened_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind}"


class Request(NamedFact):
    """Something asked of the contacts, and when it was answered."""

    kind = models.TextField()
    received_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.received_on} {self.kind}"


class LostTime(Fact):
    """Preventive time that a contact lost on a day: why, as a class, and how long. No place, no case.

    `minutes` is None while it goes on; coming back is a correction that says how long it was. Whose time
    it was is for finding the day's plan and is never shown: what is read are sums for the municipality.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    cause = models.TextField()
    minutes = models.PositiveIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.happened_on} {self.cause} {self.minutes}"
