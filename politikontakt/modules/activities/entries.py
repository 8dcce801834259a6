"""What may be said of an activity or a meeting, as one value for logging, planning and correcting alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.errors import InFuture, NobodyTookPart, PlaceNotOpen, UnknownStatus
from politikontakt.modules.directory.models import Place

STATUSES = ("planned", "done", "cancelled")
PURPOSES = ("", "preventive", "operative", "coordination", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityEntry:
    """An activity as somebody reports it. `minutes` is the time of each person; `note` is in no file."""

    kind: str
    happened_on: date
    status: str = "done"
    starts_at: time | None = None
    minutes: int = 0
    place: Place | None = None
    people: Sequence[Person] = ()
    purpose: str = ""
    audience: Sequence[str] = ()
    themes: Sequence[str] = ()
    partner: str = ""
    note: str = ""
    confirmed: bool | None = None
    series: str = ""
    period: date | None = None
    ordinal: int | None = None

    def __post_init__(self) -> None:
        """Say each thing once, and the time to the minute, as the files do."""
        for name in ("people", "audience", "themes"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "starts_at", to_the_minute(self.starts_at))

    def columns(self) -> dict[str, Any]:
        """The row's own columns: everything but the people."""
        return {
            "kind": self.kind,
            "happened_on": self.happened_on,
            "status": self.status,
            "starts_at": self.starts_at,
            "minutes": self.minutes,
            "place": self.place,
            "purpose": self.purpose,
            "audience": tuple(self.audience),
            "themes": tuple(self.themes),
            "partner": self.partner,
            "note": self.note,
            "confirmed": self.confirmed,
            "series": self.series,
            "period": self.period,
            "ordinal": self.ordinal,
        }

    def body(self) -> dict[str, Any]:
        """The content as the audit chain keeps it: places and people by their ids."""
        return {
            **self.columns(),
            "place": self.place and self.place.ref,
            "people": [person.ref for person in self.people],
        }

    def check(self, today: date) -> None:
        """Refuse what can't be so: work done tomorrow, by nobody, at a place that was not open."""
        if self.status not in STATUSES or self.purpose not in PURPOSES:
            raise UnknownStatus(status=self.status, purpose=self.purpose)
        if self.status != "done":
            return
        if self.happened_on > today:
            raise InFuture(day=self.happened_on, today=today)
        if not self.people:
            raise NobodyTookPart()
        if self.place and not is_open(self.place, self.happened_on):
            raise PlaceNotOpen(place=self.place.name, day=self.happened_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """A meeting as somebody reports it; `agenda` holds topic codes."""

    kind: str
    happened_on: date
    status: str = "done"
    people: Sequence[Person] = ()
    agenda: Sequence[str] = ()
    starts_at: time | None = None
    block: str = ""
    minutes: int | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        """Say each thing once, and the time to the minute, as the files do."""
        for name in ("people", "agenda"):
            object.__setattr__(self, name, tuple(dict.fromkeys(getattr(self, name))))
        object.__setattr__(self, "starts_at", to_the_minute(self.starts_at))

    def columns(self) -> dict[str, Any]:
        """The row's own columns: everything but the people."""
        return {
            "kind": self.kind,
            "happened_on": self.happened_on,
            "status": self.status,
            "agenda": tuple(self.agenda),
            "starts_at": self.starts_at,
            "block": self.block,
            "minutes": self.minutes,
            "place": self.place,
        }

    def body(self) -> dict[str, Any]:
        """The content as the audit chain keeps it."""
        return {
            **self.columns(),
            "place": self.place and self.place.ref,
            "people": [person.ref for person in self.people],
        }

    def check(self, today: date) -> None:
        """Refuse a meeting that was held tomorrow, or has a status nobody knows."""
        if self.status not in STATUSES:
            raise UnknownStatus(status=self.status, purpose="")
        if self.status == "done" and self.happened_on > today:
            raise InFuture(day=self.happened_on, today=today)


def to_the_minute(at: time | None) -> time | None:
    """A time of day without seconds."""
    return at and at.replace(second=0, microsecond=0)


def is_open(place: Place, day: date) -> bool:
    """Whether a place is open on a day: both days named count as open."""
    return not (place.opened_on and day < place.opened_on) and not (place.closed_on and day > place.closed_on)
