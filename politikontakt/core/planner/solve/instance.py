"""The problem in small whole numbers, as the solver's inner loops want it.

Days are counted from three weeks before the range, so that rows around it still take their place in
weeks and Saturdays. A slot is a day and a block: `day * 4 + block`, where the fourth block stands for
rows without one. A cell is a contact's slot: `contact * slots + slot`. Points are multiplied by
`scale`, which makes every weight a whole number.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from math import lcm
from typing import NamedTuple

from politikontakt.core.planner.model import Group, Item, ItemKey, Kept, OldRow, Problem

BLOCKS = ("morning", "afternoon", "evening")
MORNING, AFTERNOON, EVENING, NO_BLOCK = 0, 1, 2, 3
AROUND = timedelta(days=21)
SATURDAY = 5
NO_ZONE = -1


class Option(NamedTuple):
    """One way to lay an item. `cost` is its spread in scaled points, `moves` what layer 1 counts for it."""

    slot: int
    team: tuple[int, ...]
    cost: int
    moves: int = 0


@dataclass(slots=True)
class Instance:
    """A problem, or an independent part of one, ready for search. Nothing here changes while searching."""

    problem: Problem
    items: tuple[Item, ...]
    contacts: tuple[str, ...]
    fixed: frozenset[ItemKey]
    """Old rows that stay where they are."""
    scale: int
    """What points are multiplied by."""
    wish_scale: int
    """What weights of items unplaced are multiplied by."""

    first: date = field(init=False)
    days: int = field(init=False)
    slots: int = field(init=False)
    """How many slots a contact has."""
    weeks: int = field(init=False)
    week_of: list[int] = field(init=False)
    saturday: list[bool] = field(init=False)
    """Of each day: whether it is a Saturday."""

    minutes: list[int] = field(init=False)
    zones: Mapping[str | None, int] = field(init=False)
    """The number of each zone by its name."""
    zone: list[int] = field(init=False)
    line: list[int] = field(init=False)
    """Of each item: which series and place it belongs to."""
    line_names: tuple[tuple[str, str], ...] = field(init=False)
    line_need: list[int] = field(init=False)
    """Contacts a line's items need at a time; 0 where everybody comes and continuity means nothing."""
    quota: list[int] = field(init=False)
    """Of each item: which group it belongs to."""
    groups: tuple[Group, ...] = field(init=False)
    wishes: list[int] = field(init=False)
    """Of each group: what one of its items unplaced counts, scaled to whole numbers."""
    travel: list[int] = field(init=False)
    """Minutes there and back for each zone."""

    steady: tuple[int, ...] = field(init=False)
    weekly: list[int] = field(init=False)
    evenings: list[int] = field(init=False)
    saturdays: list[int] = field(init=False)
    kept: tuple[Kept, ...] = field(init=False)
    absent: frozenset[int] = field(init=False)
    """Cells in which the contact is away."""
    block_minutes: list[int] = field(init=False)

    weight_travel: int = field(init=False)
    weight_continuity: int = field(init=False)
    weight_evening: int = field(init=False)
    weight_minute: int = field(init=False)

    _number: dict[str, int] = field(init=False)
    _options: dict[int, tuple[Option, ...]] = field(init=False, default_factory=dict)
    _teams: dict[tuple[str | None, int | None, int], list[tuple[int, ...]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """What follows from the problem, the items and the contacts, worked out once."""
        self._look_at_days()
        self._look_at_contacts()
        self._look_at_items()
        self._look_at_groups()
        self._weigh()

    def _look_at_days(self) -> None:
        self.first = self.problem.first - AROUND
        self.days = (_last_day(self.problem, self.items) + AROUND - self.first).days + 1
        self.slots = self.days * 4
        monday = self.first.weekday()
        self.week_of = [(monday + day) // 7 for day in range(self.days)]
        self.weeks = self.week_of[-1] + 1
        self.saturday = [(monday + day) % 7 == SATURDAY for day in range(self.days)]

    def _look_at_contacts(self) -> None:
        problem, contacts = self.problem, self.contacts
        self._number = {who: number for number, who in enumerate(contacts)}
        self.steady = tuple(number for number, who in enumerate(contacts) if who in problem.steady)
        self.weekly = [problem.limits[who].weekly_minutes for who in contacts]
        self.evenings = [problem.limits[who].evenings_per_week for who in contacts]
        self.saturdays = [problem.limits[who].saturdays_per_three_weeks for who in contacts]
        lines = {item.key[:2] for item in self.items}
        self.kept = tuple(each for each in problem.kept if self._takes_room(each, lines))
        self.absent = _absent(problem, self._number, self.first, self.slots)
        self.block_minutes = [problem.blocks[name].minutes for name in BLOCKS]

    def _takes_room(self, kept: Kept, lines: Collection[tuple[str | None, str | None]]) -> bool:
        """Whether it takes a contact's time, or as one of a series at a place the day, whoever does it."""
        return (kept.series, kept.place) in lines or any(who in self._number for who in kept.people)

    def _look_at_items(self) -> None:
        lines = {(item.key.series, item.key.place): item.group.people or 0 for item in self.items}
        number = {line: each for each, line in enumerate(lines)}
        self.line_names = tuple(lines)
        self.line_need = list(lines.values())
        self.line = [number[item.key.series, item.key.place] for item in self.items]
        self.minutes = [item.minutes for item in self.items]
        self.zones = _zones(self.items, self.kept)
        self.zone = [self.zones[item.group.zone] for item in self.items]
        self.travel = [self.problem.travel_to(zone) for zone in self.zones if zone is not None]

    def _look_at_groups(self) -> None:
        by_key = {item.group.key: item.group for item in self.items}
        number = {key: each for each, key in enumerate(by_key)}
        self.groups = tuple(by_key.values())
        self.quota = [number[item.group.key] for item in self.items]
        self.wishes = [int(group.weight * self.wish_scale) for group in self.groups]

    def _weigh(self) -> None:
        weights = self.problem.weights
        self.weight_travel = int(weights.travel * self.scale)
        self.weight_continuity = int(weights.continuity * self.scale)
        self.weight_evening = int(weights.evening_balance * self.scale)
        self.weight_minute = int(weights.minute_balance * self.scale)

    def day_index(self, day: date) -> int:
        """The day's number; the first day of the range is number 21."""
        return (day - self.first).days

    def day(self, slot: int) -> date:
        """The day of a slot."""
        return self.first + timedelta(days=slot >> 2)

    def counts(self, day: int) -> bool:
        """Whether day number `day` lies in from..to: only there the objective looks."""
        return AROUND.days <= day <= (self.problem.last - self.first).days

    def options(self, item: int) -> tuple[Option, ...]:
        """Every way to lay the item that its own window, role and absences allow, by day, block and team."""
        found = self._options.get(item)
        if found is None:
            found = self._options[item] = tuple(_options(self, item))
        return found

    def teams(self, group: Group, slot: int) -> list[tuple[int, ...]]:
        """Who may come to an item of the group in the slot, were nothing else to do."""
        key = (group.role, group.people, slot)
        found = self._teams.get(key)
        if found is None:
            found = self._teams[key] = _teams(self, self._number, group, slot)
        return found

    def staying(self, number: int) -> Option | None:
        """How an old row lies that was not hit and may stay. Not every one of its people need be a contact."""
        old = self.items[number].old
        if old is None or old.hit:
            return None
        block = BLOCKS.index(old.block) if old.block else NO_BLOCK
        team = tuple(sorted(self.contacts.index(who) for who in old.people if who in self.contacts))
        return Option(self.day_index(old.day) * 4 + block, team, 0, 0)


def _options(instance: Instance, number: int) -> list[Option]:
    item = instance.items[number]
    found = [staying] if (staying := instance.staying(number)) is not None else []
    if item.key in instance.fixed:
        return found
    unit = int(instance.problem.weights.spread * item.group.weight * instance.scale)
    moves = item.old.moves if item.old else 0
    blocks = [BLOCKS.index(block) for block in item.group.blocks]
    for index in item.days:
        first = instance.day_index(item.group.axis[index]) * 4
        cost = 0 if item.ideal is None else unit * abs(index - item.ideal)
        for block in blocks:
            for team in instance.teams(item.group, first + block):
                if item.old is None or not _is_where_it_was(instance, item.old, first + block, team):
                    found.append(Option(first + block, team, cost, moves))
    return found


def _is_where_it_was(instance: Instance, old: OldRow, slot: int, team: tuple[int, ...]) -> bool:
    if (old.day, old.block) != (instance.day(slot), BLOCKS[slot & 3]):
        return False
    return sorted(old.people) == sorted(instance.contacts[each] for each in team)


def _teams(instance: Instance, number: Mapping[str, int], group: Group, slot: int) -> list[tuple[int, ...]]:
    """Each choice of as many of the free as are needed; where all are needed, all of those in the role if free."""
    in_role = instance.problem.in_role(group.role, instance.day(slot))
    mine = sorted(number[who] for who in in_role if who in number)
    free = [each for each in mine if each * instance.slots + slot not in instance.absent]
    if group.people is None:
        return [tuple(free)] if free and len(free) == len(in_role) else []
    return list(combinations(free, group.people))


def instance(
    problem: Problem,
    items: Sequence[Item] | None = None,
    contacts: Sequence[str] | None = None,
    fixed: frozenset[ItemKey] = frozenset(),
) -> Instance:
    """Compile the problem, or the part of it that `items` and `contacts` make up. `fixed` old rows can only stay."""
    items = tuple(problem.items if items is None else items)
    contacts = tuple(problem.contacts if contacts is None else contacts)
    groups = {item.group.key: item.group for item in items}.values()
    wish_scale = lcm(*(group.weight.denominator for group in groups))
    return Instance(problem, items, contacts, fixed, _scale(problem, groups), wish_scale)


def counted_like(part: Instance, whole: Instance) -> Instance:
    """A part with points and weights scaled as in the whole, so that options and counts of both compare."""
    return replace(part, scale=whole.scale, wish_scale=whole.wish_scale)


def _last_day(problem: Problem, items: Sequence[Item]) -> date:
    """The last day of from..to, or of an old row that lies after it."""
    return max([problem.last, *(item.old.day for item in items if item.old)])


def _zones(items: Sequence[Item], kept: Sequence[Kept]) -> dict[str | None, int]:
    """A number for each zone that is travelled to; no zone is −1."""
    names = sorted({item.group.zone for item in items if item.group.zone} | {each.zone for each in kept if each.zone})
    return {**{name: number for number, name in enumerate(names)}, None: NO_ZONE}


def _scale(problem: Problem, groups: Iterable[Group]) -> int:
    """The smallest number that makes every weight whole."""
    weights = problem.weights
    exact = [weights.travel, weights.continuity, weights.evening_balance, weights.minute_balance]
    exact += [weights.spread * group.weight for group in groups]
    return lcm(*(Fraction(each).denominator for each in exact))


def _absent(problem: Problem, number: Mapping[str, int], first: date, slots: int) -> frozenset[int]:
    return frozenset(
        number[who] * slots + (day - first).days * 4 + BLOCKS.index(block)
        for who, day, block in problem.absent
        if who in number
    )
