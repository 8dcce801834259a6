"""Users, municipalities, and who held which role when."""

from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from politikontakt.modules.access.facts import Entry, Fact
from politikontakt.modules.access.fields import CodesField


class UserManager(BaseUserManager["User"]):
    """Makes users. There are no passwords: one signs in by a code sent by e-mail."""

    def create_user(self, email: str, name: str = "", **fields: Any) -> "User":
        """A user who signs in with this e-mail address."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """One who can sign in. What they may do follows from the roles their person holds, municipality by municipality."""

    email = models.EmailField(unique=True)
    name = models.TextField(blank=True)
    is_active = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    def __str__(self) -> str:
        return self.name or self.email


class Municipality(models.Model):
    """A tenant. `slug` is its part of the address; `number` its official number today.

    `demo` marks one with invented people; only such a one may have a day of its own (`demo_day`).
    """

    slug = models.SlugField(unique=True)
    number = models.CharField(max_length=4)
    name = models.TextField()
    language = models.CharField(max_length=2, default="nb")
    time_zone = models.CharField(max_length=60, default="Europe/Oslo")
    demo = models.BooleanField(default=False)
    demo_day = models.DateField(null=True, blank=True)

    known_state: str | None = None
    """The state of its record when it was read for a request (`municipality_at`); None after a write, or unread."""

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "municipalities"

    def __str__(self) -> str:
        return self.name

    def today(self, now: datetime) -> date:
        """The local day at the instant `now`, or the day a demo municipality was set to."""
        if self.demo and self.demo_day:
            return self.demo_day
        return now.astimezone(ZoneInfo(self.time_zone)).date()


class Person(Entry):
    """One who holds or held a role, and only such people. `user` is set where they can sign in."""

    name = models.TextField()
    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.SET_NULL, related_name="people")

    def __str__(self) -> str:
        return self.name


class Role(Entry):
    """A post that people hold. `ref` is its code in the agreement; `may` are the capabilities it gives.

    `titles` by language; `party` the agreement's party it belongs to; `side` police or municipality.
    """

    titles = models.JSONField(default=dict)
    party = models.TextField(blank=True)
    side = models.CharField(max_length=12, choices=[("police", "police"), ("municipality", "municipality")])
    may = CodesField(default="", blank=True)

    def __str__(self) -> str:
        return self.ref

    def title(self, language: str) -> str:
        """The title in a language, else in Bokmål, else in any, else the code."""
        return str(self.titles.get(language) or self.titles.get("nb") or next(iter(self.titles.values()), self.ref))


class Holding(Fact):
    """A person in a role from `since` to `until`, both included; without `until` still.

    `acting` stands in for the holder and counts as one. A `deputy` may do what the role may,
    but is not its holder, so it is no evidence and not in the records' files.
    """

    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    acting = models.BooleanField(default=False)
    deputy = models.BooleanField(default=False)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="holding_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role_id} {self.since}–{self.until or ''}"
