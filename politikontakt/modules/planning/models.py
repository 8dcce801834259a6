"""A run of the planner: the question, how far it has come, and what it proposes until somebody says yes."""

from hashlib import sha256

from django.db import models
from django.utils import timezone

from politikontakt.modules.audit.scoped import Scoped


class Run(models.Model):
    """One question to the planner. Work in progress, not part of the record: what is accepted becomes planned rows.

    `rows` are the proposed rows (`rows.py`), `report` and `moves` what the commands write under these
    names. `state_then` is the record's state when the problem was built. A run whose process has not
    been heard of for a while has failed.
    """

    PLAN, REPLAN = "plan", "replan"
    WAITING, FIRST, READY, ACCEPTED, DISCARDED, FAILED = (
        "waiting",
        "first",
        "ready",
        "accepted",
        "discarded",
        "failed",
    )
    UNDER_WAY = (WAITING, FIRST)
    OPEN = (FIRST, READY)

    municipality = models.ForeignKey("access.Municipality", on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    kind = models.CharField(max_length=10)
    first = models.DateField()
    last = models.DateField()
    lost = models.JSONField(default=list)
    seed = models.IntegerField(default=0)
    seconds_at_most = models.PositiveIntegerField(default=60)
    state = models.CharField(max_length=10, default=WAITING)
    stop_asked = models.BooleanField(default=False)
    seconds = models.FloatField(default=0)
    rows = models.JSONField(default=list)
    moves = models.JSONField(default=list)
    report = models.JSONField(default=dict)
    faults = models.JSONField(default=list)
    state_then = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    heard_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey("access.User", null=True, on_delete=models.SET_NULL, related_name="+")

    objects = Scoped()

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["municipality", "key"], name="run_key_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.first}–{self.last} {self.state}"

    @property
    def answer(self) -> str:
        """A name for what it proposes now: what somebody looks at is what they say yes to."""
        return sha256(repr(self.rows).encode()).hexdigest()[:16]

    @property
    def open(self) -> bool:
        """Whether it has something to say yes to."""
        return self.state in self.OPEN
