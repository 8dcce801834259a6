"""The running counts of a plan: what each contact and block has, what is missing, what it is worth.

It holds the running counts that the hard rules and the objective need, so that a question about one
item takes a few microseconds. The rules are those of `check.faults`, which tests the result.
"""

from collections import defaultdict
from typing import NamedTuple

from politikontakt.core.planner.solve.evenness import Evenness
from politikontakt.core.planner.solve.instance import BLOCKS, EVENING, NO_BLOCK, NO_ZONE, Instance, Option
from politikontakt.core.planner.starts import Span


class Outside(NamedTuple):
    """The most and the least evenings and minutes among steady contacts of other parts; None without any."""

    evenings: tuple[int, int] | None = None
    minutes: tuple[int, int] | None = None


class Charged(NamedTuple):
    """Which ends of the balance a part pays for, and how much of each: of all parts together one whole.

    `among`: a part whose others stay where they are pays for the ends of all together. `fewest_evenings`: plans are
    looked for in which nobody has fewer, nor fewer minutes than `fewest_minutes`; what is proven holds for all.
    """

    most_evenings: float = 1
    least_evenings: float = 1
    most_minutes: float = 1
    least_minutes: float = 1
    among: bool = False
    fewest_evenings: int = 0
    fewest_minutes: int = 0


NOTHING = Charged(0, 0, 0, 0)


class Counts:
    """Where each item lies (None: nowhere), and the counts that follow from it."""

    def __init__(self, instance: Instance, outside: Outside = Outside()) -> None:
        self.instance = instance
        self.outside = outside
        contacts, slots = len(instance.contacts), instance.slots
        self.at: list[Option | None] = [None] * len(instance.items)
        self.room = [instance.block_minutes[block] if block < NO_BLOCK else 1 << 30 for block in range(4)]
        self.room *= contacts * instance.days
        self.rows = [0] * (contacts * slots)
        self.zone_rows: dict[tuple[int, int], int] = defaultdict(int)
        self.week_left = [limit for limit in instance.weekly for _ in range(instance.weeks)]
        self.week_evenings = [0] * (contacts * instance.weeks)
        self.day_rows = [0] * (contacts * instance.days)
        self.line_days: dict[tuple[int, int], int] = defaultdict(int)
        self.line_people: list[dict[int, int]] = [defaultdict(int) for _ in instance.line_need]
        self.evenings = Evenness(contacts, instance.steady, outside.evenings)
        self.minutes = Evenness(contacts, instance.steady, outside.minutes)
        self.busy: dict[tuple[int, int], list[Span]] = defaultdict(list)
        """Taken times of a contact's day, by rows that stand."""
        self.jobs: dict[int, list[int]] = defaultdict(list)
        """Items in each cell."""
        self.joint: dict[int, int] = defaultdict(int)
        """Items for several contacts in each cell."""
        self.points = 0
        self.moves = 0
        self._missing = [0] * len(instance.groups)
        """Items of each group that lie nowhere; and of them those whose ideal is after the range."""
        self._beyond = [0] * len(instance.groups)
        self._items = [0] * len(instance.groups)
        self.short = 0
        """Layer 0a of the part."""
        self.unplaced = 0
        """Layer 0b of the part, scaled."""
        self._miss_all()
        self._keep()

    @property
    def evening_days(self) -> list[int]:
        """Of each contact: days of from..to with anything in the evening."""
        return self.evenings.of

    @property
    def busy_minutes(self) -> list[int]:
        """Of each contact: minutes of from..to, without travel."""
        return self.minutes.of

    @property
    def quality(self) -> tuple[int, int, int, int]:
        """Short, unplaced, moved, points: smaller is better, first things first."""
        return self.short, self.unplaced, self.moves, self.points

    def _miss_all(self) -> None:
        for quota in self.instance.quota:
            self._items[quota] += 1
        for item in range(len(self.instance.items)):
            self._miss(item, 1)

    def _miss(self, item: int, more: int) -> None:
        """One more item, or one less, lies nowhere: what that makes of layer 0."""
        quota = self.instance.quota[item]
        short, unplaced = self._shortfall(quota)
        self._missing[quota] += more
        self._beyond[quota] += more * self.instance.items[item].beyond
        new_short, new_unplaced = self._shortfall(quota)
        self.short += new_short - short
        self.unplaced += self.instance.wishes[quota] * (new_unplaced - unplaced)

    def count_as_placed(self, item: int) -> None:
        """Take the item for placed in layer 0, without laying it."""
        self._miss(item, -1)

    def _shortfall(self, quota: int) -> tuple[int, int]:
        group, missing = self.instance.groups[quota], self._missing[quota]
        planned = group.taken + self._items[quota] - missing + self._beyond[quota]
        short = max(0, group.required - planned) if missing else 0
        return short, max(0, missing - short)

    # What stands already

    def _keep(self) -> None:
        instance = self.instance
        number = {who: each for each, who in enumerate(instance.contacts)}
        lines = {name: each for each, name in enumerate(instance.line_names)}
        for row in instance.kept:
            day = instance.day_index(row.day)
            if not 0 <= day < instance.days:
                continue
            inside = instance.counts(day)
            in_role = instance.problem.in_role(None, row.day)
            line = lines.get((row.series or "", row.place or ""))
            if line is not None:
                self.line_days[line, day] += 1
            slot = day * 4 + (BLOCKS.index(row.block) if row.block else NO_BLOCK)
            for who in row.people:
                if who not in number:
                    continue
                contact = number[who]
                zone = instance.zones[row.zone or None]
                self.points += self._enter(contact, slot, row.minutes, zone, counted=inside and who in in_role)
                if line is not None and inside and who in in_role:
                    self.points += self._meet(line, contact)
                if row.start is not None and row.minutes:
                    self.busy[contact, day].append((row.start, row.start + row.minutes))
        self.points += self.balance()

    def _enter(self, contact: int, slot: int, minutes: int, zone: int, *, counted: bool = True) -> int:
        """Take the time; the travel points it adds."""
        instance = self.instance
        cell = contact * instance.slots + slot
        travel = self._travel(cell, zone)
        if zone != NO_ZONE:
            self.zone_rows[cell, zone] += 1
        self.room[cell] -= minutes + travel
        self.week_left[contact * instance.weeks + instance.week_of[slot >> 2]] -= minutes + travel
        self.day_rows[contact * instance.days + (slot >> 2)] += 1
        if slot & 3 == EVENING and not self.rows[cell]:
            self.week_evenings[contact * instance.weeks + instance.week_of[slot >> 2]] += 1
            self.evenings.add(contact, int(counted))
        self.rows[cell] += 1
        if not counted:
            return 0
        self.minutes.add(contact, minutes)
        return travel * instance.weight_travel

    def _leave(self, contact: int, slot: int, minutes: int, zone: int, *, counted: bool = True) -> int:
        """Give the time back; the travel points it saves."""
        instance = self.instance
        cell = contact * instance.slots + slot
        if zone != NO_ZONE:
            self.zone_rows[cell, zone] -= 1
        travel = self._travel(cell, zone)
        self.room[cell] += minutes + travel
        self.week_left[contact * instance.weeks + instance.week_of[slot >> 2]] += minutes + travel
        self.day_rows[contact * instance.days + (slot >> 2)] -= 1
        self.rows[cell] -= 1
        if slot & 3 == EVENING and not self.rows[cell]:
            self.week_evenings[contact * instance.weeks + instance.week_of[slot >> 2]] -= 1
            self.evenings.add(contact, -int(counted))
        if not counted:
            return 0
        self.minutes.add(contact, -minutes)
        return travel * instance.weight_travel

    def _travel(self, cell: int, zone: int) -> int:
        """Minutes of travel one more row adds to the cell: none where the zone is visited already."""
        if zone == NO_ZONE:
            return 0
        visited = self.zone_rows.get((cell, zone)) and cell & 3 != NO_BLOCK
        return 0 if visited else self.instance.travel[zone]

    def _meet(self, line: int, contact: int) -> int:
        """Somebody more goes there; the continuity points it adds."""
        people = self.line_people[line]
        people[contact] += 1
        need = self.instance.line_need[line]
        return self.instance.weight_continuity if need and people[contact] == 1 and self._met(line) > need else 0

    def _met(self, line: int) -> int:
        return sum(1 for count in self.line_people[line].values() if count)

    def balance(self) -> int:
        """Scaled points for the differences in evenings and minutes between steady contacts."""
        instance = self.instance
        return instance.weight_evening * self.evenings.spread + instance.weight_minute * self.minutes.spread

    def balance_of(self, charged: Charged) -> float:
        """The part of the balance that this part's own contacts pay for, as `charged` says; in scaled points."""
        if charged.among:
            return self.balance()
        if not self.instance.steady:
            return 0
        evenings = [self.evening_days[each] for each in self.instance.steady]
        minutes = [self.busy_minutes[each] for each in self.instance.steady]
        return self.instance.weight_evening * (
            max(evenings) * charged.most_evenings - min(evenings) * charged.least_evenings
        ) + self.instance.weight_minute * (max(minutes) * charged.most_minutes - min(minutes) * charged.least_minutes)

    def look_outside(self, outside: Outside) -> None:
        """Take the balance of other parts as it is now."""
        self.points -= self.balance()
        self.outside = outside
        self.evenings.look_outside(outside.evenings)
        self.minutes.look_outside(outside.minutes)
        self.points += self.balance()
