"""Evidence as values, one class for each file of the records folder.

Fields are named as the columns are, but for words Python owns or the field says better:
`on` is the column `date`, `since`/`until` are `from`/`to`. Ids are strings; an empty cell is
None for one value and () for a list. Days are local days. Rows keep the order of their file.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where people are. Open from `opened_on` to `closed_on`, both included; None = no end that way."""

    id: str
    name: str
    kind: str
    stage_from: int | None = None
    stage_to: int | None = None
    owner: str | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who holds a role. Nobody else is ever recorded."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHolding:
    """A person in a role from `since` to `until`, both included; `until` None = still."""

    role: str
    person: str
    since: date
    until: date | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A piece of work, done, planned or cancelled. `minutes` is the time of each person taking part."""

    id: str
    kind: str
    status: str
    on: date
    start: time | None = None
    minutes: int = 0
    place: str | None = None
    people: tuple[str, ...] = ()
    purpose: str | None = None
    audience: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    partner: str | None = None
    recorded_at: datetime | None = None
    confirmed: bool | None = None
    series: str | None = None
    period: date | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of people in roles; `agenda` holds topic codes."""

    id: str
    kind: str
    status: str
    on: date
    people: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    start: time | None = None
    block: str | None = None
    minutes: int | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that was approved, and whether it is attached to the agreement."""

    id: str
    kind: str
    approved_on: date
    attached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A milestone, such as a reception that moved."""

    id: str
    kind: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Something asked of the contacts, and when it was answered."""

    id: str
    kind: str
    received_on: date
    answered_on: date | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one party finds of one period: kept, partly or not_kept."""

    commitment: str
    party: str
    period_first: date
    judged_on: date
    finding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The level of an indicator before the agreement, locked on a day."""

    indicator: str
    period_first: date
    period_last: date
    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None
    locked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A measured value of an indicator over a period."""

    indicator: str
    period_first: date
    period_last: date
    value: Fraction
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A row of exceptions.csv: days on which a promise is waived or excused, and who accepted it."""

    commitment: str
    first: date
    last: date
    kind: str
    subject: str | None = None
    accepted_by: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One party disagrees with a verdict. None for subject or period means all of them."""

    commitment: str
    party: str
    opened_on: date
    subject: str | None = None
    period_first: date | None = None
    settled_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Days on which a school can't be visited; `place` None = every school."""

    first: date
    last: date
    place: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """A row of availability.csv (the planner's): a person is not available. Empty `blocks` = all."""

    person: str
    first: date
    last: date
    blocks: tuple[str, ...] = ()
    kind: str = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything one municipality has recorded. A missing file is an empty tuple."""

    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    roles: tuple[RoleHolding, ...] = ()
    activities: tuple[Activity, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    documents: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    requests: tuple[Request, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    exceptions: tuple[Exemption, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    closed_days: tuple[ClosedDays, ...] = ()
    availability: tuple[Availability, ...] = field(default=())
