"""The problem in small whole numbers, as the solver's inner loops want it.

Days are counted from three weeks before the range, so that rows around it still take their place in
weeks and Saturdays. A slot is a day and a block: `day * 4 + block`, where the fourth block stands for
rows without one. A cell is a contact's slot: `contact * slots + slot`. Points are multiplied by
`scale`, which makes every weight a whole number.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    scale: int
    first: date
    days: int
    contacts: tuple[str, ...]
    steady: tuple[int, ...]
    items: tuple[Item, ...]
    minutes: list[int]
    zone: list[int]
    line: list[int]
    """Of each item: which series and place it belongs to."""
    quota: list[int]
    """Of each item: which group it belongs to."""
    groups: tuple[Group, ...]
    line_need: list[int]
    """Contacts a line's items need at a time; 0 where everybody comes and continuity means nothing."""
    travel: list[int]
    """Minutes there and back for each zone."""
    block_minutes: list[int]
    weekly: list[int]
    evenings: list[int]
    saturdays: list[int]
    kept: tuple[Kept, ...]
    absent: frozenset[int]
    """Cells in which the contact is away."""
    week_of: list[int]
    weeks: int
    weight_travel: int
    weight_continuity: int
    weight_evening: int
    weight_minute: int
    wishes: list[int] = field(default_factory=list)
    """Of each group: what one of its items unplaced counts, scaled to whole numbers."""
    wish_scale: int = 1
    fixed: frozenset[ItemKey] = frozenset()
    """Old rows that stay where they are."""
    line_names: tuple[tuple[str, str], ...] = ()
    slots: int = field(init=False)
    """How many slots a contact has."""
    saturday: list[bool] = field(init=False)
    """Of each day: whether it is a Saturday."""
    _options: dict[int, tuple[Option, ...]] = field(init=False, default_factory=dict)
    _teams: dict[tuple[str | None, int | None, int], list[tuple[int, ...]]] = field(init=False, default_factory=dict)
    _number: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """What follows from the rest, worked out once."""
        self.slots = self.days * 4
        self.saturday = [(self.first.weekday() + day) % 7 == SATURDAY for day in range(self.days)]
        self._number = {who: number for number, who in enumerate(self.contacts)}

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
    first = problem.first - AROUND
    days = (_last_day(problem, items) + AROUND - first).days + 1
    groups = tuple(dict.fromkeys(item.group.key for item in items))
    by_key = {item.group.key: item.group for item in items}
    kept = tuple(each for each in problem.kept if any(who in contacts for who in each.people))
    lines = tuple(dict.fromkeys((item.key.series, item.key.place) for item in items))
    line_number = {line: number for number, line in enumerate(lines)}
    group_number = {key: number for number, key in enumerate(groups)}
    zones = _zones(items, kept)
    scale = _scale(problem, [by_key[key] for key in groups])
    wish_scale = lcm(*(by_key[key].weight.denominator for key in groups))
    weeks, week_of = _weeks(first, days)
    need = {(item.key.series, item.key.place): item.group.people or 0 for item in items}
    weights = problem.weights
    return Instance(
        problem=problem,
        scale=scale,
        first=first,
        days=days,
        contacts=contacts,
        steady=tuple(number for number, who in enumerate(contacts) if who in problem.steady),
        items=items,
        minutes=[item.minutes for item in items],
        zone=[zones[item.group.zone] for item in items],
        line=[line_number[item.key.series, item.key.place] for item in items],
        quota=[group_number[item.group.key] for item in items],
        groups=tuple(by_key[key] for key in groups),
        line_need=[need[line] for line in lines],
        travel=[problem.travel_to(zone) for zone in zones if zone is not None],
        block_minutes=[problem.blocks[name].minutes for name in BLOCKS],
        weekly=[problem.limits[who].weekly_minutes for who in contacts],
        evenings=[problem.limits[who].evenings_per_week for who in contacts],
        saturdays=[problem.limits[who].saturdays_per_three_weeks for who in contacts],
        kept=kept,
        absent=_absent(problem, contacts, first, days * 4),
        week_of=week_of,
        weeks=weeks,
        weight_travel=int(weights.travel * scale),
        weight_continuity=int(weights.continuity * scale),
        weight_evening=int(weights.evening_balance * scale),
        weight_minute=int(weights.minute_balance * scale),
        wishes=[int(by_key[key].weight * wish_scale) for key in groups],
        wish_scale=wish_scale,
        fixed=fixed,
        line_names=lines,
    )


def counted_like(part: Instance, whole: Instance) -> Instance:
    """A part with points and weights scaled as in the whole, so that options and counts of both compare."""
    return replace(
        part,
        scale=whole.scale,
        weight_travel=whole.weight_travel,
        weight_continuity=whole.weight_continuity,
        weight_evening=whole.weight_evening,
        weight_minute=whole.weight_minute,
        wish_scale=whole.wish_scale,
        wishes=[int(group.weight * whole.wish_scale) for group in part.groups],
    )


def _last_day(problem: Problem, items: Sequence[Item]) -> date:
    """The last day of from..to, or of an old row that lies after it."""
    return max([problem.last, *(item.old.day for item in items if item.old)])


def _zones(items: Sequence[Item], kept: Sequence[Kept]) -> dict[str | None, int]:
    """A number for each zone that is travelled to; no zone is −1."""
    names = sorted({item.group.zone for item in items if item.group.zone} | {each.zone for each in kept if each.zone})
    return {**{name: number for number, name in enumerate(names)}, None: NO_ZONE}


def _scale(problem: Problem, groups: Sequence[Group]) -> int:
    """The smallest number that makes every weight whole."""
    weights = problem.weights
    exact = [weights.travel, weights.continuity, weights.evening_balance, weights.minute_balance]
    exact += [weights.spread * group.weight for group in groups]
    return lcm(*(Fraction(each).denominator for each in exact))


def _weeks(first: date, days: int) -> tuple[int, list[int]]:
    """How many ISO weeks the days touch, and the week of each day."""
    offset = first.weekday()
    week_of = [(offset + day) // 7 for day in range(days)]
    return week_of[-1] + 1, week_of


def _absent(problem: Problem, contacts: Sequence[str], first: date, slots: int) -> frozenset[int]:
    number = {who: each for each, who in enumerate(contacts)}
    return frozenset(
        number[who] * slots + (day - first).days * 4 + BLOCKS.index(block)
        for who, day, block in problem.absent
        if who in number
    )


def by_contact(kept: Sequence[Kept]) -> dict[str, list[Kept]]:
    """The rows that stand, for each of their people."""
    found: dict[str, list[Kept]] = defaultdict(list)
    for each in kept:
        for who in each.people:
            found[who].append(each)
    return found
