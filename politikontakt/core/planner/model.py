"""The planning problem and its answers, as values: what is to be placed, where it may lie, what stands already.

Made by `build.py` from the agreement, the records and planning.toml. The solver reads it, and so do
`check.faults` and `objective`, which know no solver. Minutes are whole numbers, weights are exact
fractions, days are local days. Everything is in a fixed order, so that the same files give the same plan.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

EVENING, MORNING = "evening", "morning"


class GroupKey(NamedTuple):
    """One series at one place in one period; `period` is the first clipped day."""

    series: str
    place: str
    period: date

    def __str__(self) -> str:
        return f"{self.series}/{self.place}/{self.period}"


class ItemKey(NamedTuple):
    """The `ordinal`-th item of a group, counted from 1."""

    series: str
    place: str
    period: date
    ordinal: int

    @property
    def group(self) -> GroupKey:
        """The group this item is one of."""
        return GroupKey(self.series, self.place, self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A named part of a day, in minutes after midnight. A row that begins at `first` ≤ start < `last` is in it."""

    name: str
    first: int
    last: int

    @property
    def minutes(self) -> int:
        """How long the block is."""
        return self.last - self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one contact may be given: minutes and evenings in an ISO week, Saturdays in any 21 days in a row."""

    weekly_minutes: int
    evenings_per_week: int
    saturdays_per_three_weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What one unit of each part of the objective costs, in points."""

    spread: Fraction
    travel: Fraction
    continuity: Fraction
    evening_balance: Fraction
    minute_balance: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What one series wants at one place in one period, and the days it is laid over.

    `required` is promised (0 for a wish), `wanted` is how many are planned in all, reserve included.
    `taken` counts as planned whatever a plan does: rows done or kept, and empty ordinals whose ideal
    day is after `to`. `people` None means everyone who holds the role that day; `role` None, any contact.
    """

    key: GroupKey
    commitment: str | None
    kind: str
    kinds: tuple[str, ...]
    purpose: str | None
    audience: tuple[str, ...]
    role: str | None
    required: int
    wanted: int
    taken: int
    axis: tuple[date, ...]
    minutes: int
    people: int | None
    blocks: tuple[str, ...]
    weekdays: frozenset[int]
    """As `date.weekday()` counts them: Monday is 0."""
    zone: str | None
    weight: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class OldRow:
    """How a planned row lies before a replan. It may stay as it is, unless it is `hit`.

    `moves` is what moving it costs in layer 1: 1, 2 when it lies under seven days from `from`, ten
    times that when it is confirmed.
    """

    id: str
    day: date
    block: str | None
    start: int | None
    people: tuple[str, ...]
    confirmed: bool
    hit: bool
    moves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to place: an empty ordinal, or in a replan an old row that may move.

    `ideal` and `days` are indexes on the group's axis. `days` are those it may be laid on: in its
    window cut to from..to, and on an allowed weekday. `ideal` is None when no axis day is left.
    `beyond`: its ideal is after `to`, so that a promise is not short without it.
    """

    key: ItemKey
    group: Group
    ideal: int | None
    days: tuple[int, ...]
    late: bool = False
    beyond: bool = False
    minutes: int
    old: OldRow | None = None

    def distance(self, day: date) -> int:
        """How many axis days `day` is away from the ideal one. The day is on the axis."""
        return 0 if self.ideal is None else abs(bisect_left(self.group.axis, day) - self.ideal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A row or meeting that stands and takes its people's time: done, confirmed, kept, or set by people.

    `code` is how a conflict names it (`activity:ID`, `meeting:ID`). `series` is the series it belongs
    to. Without a block it counts in its week, and for travel as a block of its own. `start` None only
    without a block or where nobody wrote one.
    """

    code: str
    day: date
    block: str | None
    start: int | None
    minutes: int
    zone: str | None
    people: tuple[str, ...]
    series: str | None = None
    place: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A person is away: `blocks` of every day from `first` to `last`. `lost` when a replan was told so."""

    person: str
    first: date
    last: date
    blocks: frozenset[str]
    lost: bool = False

    @property
    def code(self) -> str:
        """How a conflict names it."""
        return f"availability:{self.person}/{self.first}"

    def covers(self, person: str, day: date, block: str | None) -> bool:
        """Whether `person` is away then. Without a block only a whole day's absence says so."""
        if person != self.person or not self.first <= day <= self.last:
            return False
        return block in self.blocks if block else len(self.blocks) == 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days on which a place can't be visited. `place` is the one it closes, also for a row that names none."""

    place: str
    first: date
    last: date

    @property
    def code(self) -> str:
        """How a conflict names it."""
        return f"closed:{self.place}/{self.first}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Everything a plan is made from and checked against.

    `first` and `last` are from..to cut to the days in force; `first` after `last` where they share no
    day. `contacts` are those who on some day of them hold the role of some series, sorted; `steady`
    those who hold one on each, and whose evenings and minutes are balanced. `holders[role][day]` are
    sorted, `holders[None]` is any contact; a day or role without holders may be left out.
    """

    first: date
    last: date
    blocks: Mapping[str, Block]
    limits: Mapping[str, Limits]
    travel: Mapping[str, int]
    weights: Weights
    contacts: tuple[str, ...]
    steady: tuple[str, ...]
    holders: Mapping[str | None, Mapping[date, tuple[str, ...]]]
    absences: tuple[Absence, ...]
    closures: tuple[Closure, ...]
    needed: Mapping[str, int | None]
    """How many contacts each series needs at the same time, None for everyone in the role; all series."""
    groups: tuple[Group, ...]
    items: tuple[Item, ...]
    kept: tuple[Kept, ...]
    absent: frozenset[tuple[str, date, str]] = field(default=frozenset())
    """Each contact, day of from..to and block on which the contact is away."""
    meetings_hit: tuple[str, ...] = ()
    """In a replan: planned meetings on days that one of their people loses. People move them, not a plan."""
    rows_hit: tuple[str, ...] = ()
    """In a replan: planned rows on such days that no plan may move, because they are for no ordinal."""

    def in_role(self, role: str | None, day: date) -> tuple[str, ...]:
        """Who holds the role that day, away or not; with None every contact."""
        return self.holders.get(role, {}).get(day, ())

    def free(self, person: str, day: date, block: str) -> bool:
        """Whether no absence takes the person from that block."""
        return (person, day, block) not in self.absent

    def travel_to(self, zone: str | None) -> int:
        """Minutes there and back."""
        return self.travel[zone] if zone is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a plan lays an item. `people` sorted. `start` None: `starts.py` finds it when rows are written.

    An old row that stays has its old day, block and people; its start alone may be another.
    """

    item: ItemKey
    day: date
    block: str | None
    people: tuple[str, ...]
    start: int | None = None


Plan = tuple[Placement, ...]
"""At most one placement for each item; an item without one is not placed (an old row: dropped)."""


class Layers(NamedTuple):
    """How good a plan is, first things first; smaller is better.

    `short`: promised items short. `unplaced`: reserve items and wishes not placed, by weight.
    `moved`: what a replan's moves count. `points`: the rest.
    """

    short: int
    unplaced: Fraction
    moved: int
    points: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What a solver answers.

    `bound`: no plan with as little short, unplaced and moved has fewer points; None where nothing is
    proven. `not_placed_proven`: nor can less be short or unplaced. `moved_proven`: nor, in a replan, less
    be moved. `stopped`: it was told to end before its own limit of iterations. `conflicts` says for items
    not placed what stands in their way.
    """

    plan: Plan
    bound: Fraction | None = None
    not_placed_proven: bool = False
    moved_proven: bool = False
    stopped: bool = False
    conflicts: Mapping[ItemKey, tuple[str, ...]] = field(default_factory=dict)
