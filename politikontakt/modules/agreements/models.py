"""The agreement's file with its versions, and the parties' own words: judgements, exceptions, disputes, documents."""

from django.db import models

from politikontakt.modules.access.facts import Entry, Fact, NamedFact
from politikontakt.modules.access.fields import CodesField, ExactField


class Agreement(Entry):
    """An agreement of this municipality. `ref` is the id in its file; the days are those in force, both included."""

    effective_from = models.DateField()
    expires_on = models.DateField()
    titles = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.ref


class AgreementVersion(Fact):
    """The file as it was stored, byte for byte, and why. The version that holds is the one judged by."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    source = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    why = models.TextField(blank=True)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(fields=["agreement", "number"], name="agreementversion_number_once"),
            models.UniqueConstraint(
                fields=["agreement"], condition=models.Q(holds=True), name="agreementversion_one_holds"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id}/{self.number}"

    @property
    def ref(self) -> str:
        """The agreement's id."""
        return self.agreement.ref


class PlanningFile(Fact):
    """The planner's settings (planning.toml) as they were stored, byte for byte. The newest holds."""

    source = models.BinaryField()

    def __str__(self) -> str:
        return "planning.toml"


class Document(NamedFact):
    """A document that was approved, and whether it is attached to the agreement."""

    kind = models.TextField()
    approved_on = models.DateField()
    attached = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.ref


class Judgement(Fact):
    """What one party finds of one period: kept, partly or not_kept."""

    commitment = models.TextField()
    party = models.TextField()
    period_first = models.DateField()
    judged_on = models.DateField()
    finding = models.TextField()

    def __str__(self) -> str:
        return f"{self.commitment} {self.party} {self.period_first} {self.finding}"


class Exemption(Fact):
    """Days on which a promise is waived or excused. It holds when every party it is owed to has accepted."""

    commitment = models.TextField()
    subject = models.TextField(blank=True)
    first = models.DateField()
    last = models.DateField()
    kind = models.TextField()
    accepted_by = CodesField(default="", blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.commitment} {self.subject} {self.first}–{self.last} {self.kind}"


class Dispute(Fact):
    """One party disagrees with a verdict, until the day it is settled. Empty subject or period: all of them."""

    commitment = models.TextField()
    subject = models.TextField(blank=True)
    period_first = models.DateField(null=True, blank=True)
    party = models.TextField()
    opened_on = models.DateField()
    settled_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.commitment} {self.subject} {self.party} {self.opened_on}"


class Baseline(Fact):
    """The level of an indicator before the agreement. It binds from the day it is locked."""

    indicator = models.TextField()
    period_first = models.DateField()
    period_last = models.DateField()
    value = ExactField()
    low = ExactField(null=True, blank=True)
    high = ExactField(null=True, blank=True)
    locked_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.indicator} {self.period_first}–{self.period_last}"


class Measurement(Fact):
    """A measured value of an indicator over a period."""

    indicator = models.TextField()
    period_first = models.DateField()
    period_last = models.DateField()
    value = ExactField()
    low = ExactField(null=True, blank=True)
    high = ExactField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.indicator} {self.period_first}–{self.period_last}"
