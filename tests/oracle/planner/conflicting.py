"""Whether a conflict says what stands in the way, no less and no more: with its parts alone, and without each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations

from tests.oracle.days import ONE, public_holidays
from tests.oracle.planner.auditing import Answer
from tests.oracle.planner.exhaust import lay, staying
from tests.oracle.planner.grid import Group, Item, is_late
from tests.oracle.planner.rules import find_times, minutes, runs_of_saturdays
from tests.oracle.planner.world import WEEKDAYS, Work, blocks_of, in_season
from tests.oracle.question import is_open

CODE = re.compile(
    r"window|role:[^/]+|block:(morning|afternoon|evening)|series:[^/]+/[^/]+/\d{4}-\d\d-\d\d|(meeting|activity):.+"
    r"|(availability|closed):[^/]*/\d{4}-\d\d-\d\d"
    r"|limit:(weekly_minutes|evenings_per_week|saturdays_per_three_weeks)/[^/]+/\d{4}-W\d\d"
)
BOUNDS = ("window", "role:", "block:")


def conflict_differences(answer: Answer, patience: int) -> Iterator[str]:
    """What is wrong with the conflicts of everything not placed; nothing is tried without patience."""
    for each in answer.report["not_placed"]:
        item = answer.by_key.get((each["series"], each["place"], each["period"], str(each["ordinal"])))
        if item is not None:
            for what in _of_one(answer, item, each["conflict"], patience):
                yield f"conflict of {'.'.join(map(str, item.key))} {each['conflict']}: {what}"


def _of_one(answer: Answer, item: Item, codes: list[str], patience: int) -> Iterator[str]:
    if not codes:
        yield "empty"
    yield from (f"{code} is no code" for code in codes if not CODE.fullmatch(code))
    if len(set(codes)) != len(codes):
        yield "twice the same"
    try:
        if patience and not _beyond_words(answer, item, codes, patience):
            yield from _not_minimal(answer, item, codes, patience)
    except TooMuch:
        return


def _beyond_words(answer: Answer, item: Item, codes: list[str], patience: int) -> bool:
    """Whether `window` stands for want of a word: there is no role to name, or nothing alone would help."""
    if codes != ["window"]:
        return False
    nobody = not any(group.terms.get("by_role") for group in answer.groups)
    return nobody or not Room(answer, item, frozenset(), True, patience).possible()


def _not_minimal(answer: Answer, item: Item, codes: list[str], patience: int) -> Iterator[str]:
    bare = any(code.startswith(BOUNDS) for code in codes)
    proven = answer.report["not_placed_proven"]  # else the others could make room, and are taken where they lie
    if proven and Room(answer, item, frozenset(codes), bare, patience).possible():
        yield "there is room with all of it"
    for code in codes:
        if not Room(answer, item, frozenset(codes) - {code}, bare, patience).possible():
            yield f"there is no room without {code} either"


class TooMuch(Exception):
    """More to try than there is patience for."""


@dataclass
class Room:
    """Whether an item can be placed when only `codes` stand in its way, and the items of the series named, movable.

    Its window, role and blocks always hold, but where the conflict speaks of them (`bare`): then what is not among
    the codes does not.
    """

    answer: Answer
    item: Item
    codes: frozenset[str]
    bare: bool
    patience: int
    steps: int = 0

    def possible(self) -> bool:
        return self._lay([self.item, *self._others()], list(self._standing()))

    def _others(self) -> list[Item]:
        """What the plan places of the series, places and periods named."""
        return [
            other
            for other in self.answer.items
            if other.key != self.item.key
            and other.key in self.answer.laid
            and f"series:{'/'.join(map(str, other.group.key))}" in self.codes
        ]

    def _standing(self) -> Iterator[Work]:
        for work in self.answer.standing:
            if f"{'meeting' if work.meeting else 'activity'}:{work.id}" in self.codes:
                yield work

    def _lay(self, items: list[Item], works: list[Work]) -> bool:
        if not items:
            return True
        item, *others = items
        for work in self._everywhere(item):
            self.steps += 1
            if self.steps > self.patience:
                raise TooMuch
            if self._fits([*works, work]) and self._lay(others, [*works, work]):
                return True
        return False

    def _everywhere(self, item: Item) -> Iterator[Work]:
        series, group = item.group.series, item.group
        needed = series.get("people", 1)
        if item.old is not None and not item.hit and not (self.bare and item is self.item):
            yield replace(staying(self.world, item), fresh=False)
        for day in self._days(item):
            crew = sorted(self.world.crew(group.terms.get("by_role"), day))
            many = len(crew) if needed == "all" else int(needed)
            if self.bare and item is self.item:
                yield from self._within_bounds(item, day, enough=len(crew) >= many > 0)
                continue
            for block in series.get("blocks", self.world.blocks):
                there = [person for person in crew if self._free(person, day, block)]
                for people in combinations(there, many) if many else ():
                    yield lay(self.world, item, day, block, frozenset(people))

    def _within_bounds(self, item: Item, day: date, *, enough: bool) -> Iterator[Work]:
        """A day, block and people as far as the codes speak of them, whoever is free."""
        if not enough and any(code.startswith("role:") for code in self.codes):
            return
        for block in item.group.series.get("blocks", self.world.blocks):
            if f"block:{block}" not in self.codes or not self._too_long(item, block):
                yield Work("free", day, None, None, 0, "", None, frozenset())

    def _too_long(self, item: Item, block: str) -> bool:
        first, last = self.world.blocks[block]
        zone = self.world.zone(item.group.place["id"])
        return item.group.series["minutes"] + (self.world.planning["travel"][zone] if zone else 0) > last - first

    @cached_property
    def world(self):  # type: ignore[no-untyped-def]
        return self.answer.world

    def _days(self, item: Item) -> list[date]:
        if item is self.item and self.bare and "window" not in self.codes:
            return self._any_days(item)
        days = {item.group.axis[index] for index in item.days}
        if not days and is_late(self.world, item.group, item.key[3]):
            days |= {day for day in self._any_days(item) if self._opened(item, day)}
        elif days:
            days |= {day for day in self._any_days(item) if min(days) <= day <= max(days) and self._opened(item, day)}
        allowed = item.group.series.get("weekdays", WEEKDAYS[:5])
        return sorted(day for day in days if WEEKDAYS[day.weekday()] in allowed)

    def _any_days(self, item: Item) -> list[date]:
        group = item.group
        return [
            day
            for day in group.span.days
            if self.world.first <= day <= self.world.last
            and day.weekday() < 6
            and day not in public_holidays(day.year)
            and not self._shut(group, day)
        ]

    def _shut(self, group: Group, day: date) -> bool:
        """By a row of closed_days.csv that the conflict names."""
        return any(
            row["first"] <= day <= row["last"]
            and (row["place"] == group.place["id"] or (row["place"] == "" and group.place["kind"] == "school"))
            and {f"closed:{row['place']}/{row['first']}", f"closed:{group.place['id']}/{row['first']}"} & self.codes
            for row in self.world.records["closed_days"]
        )

    def _opened(self, item: Item, day: date) -> bool:
        """A day that only closed_days.csv takes from the axis."""
        group = item.group
        saturday = day.weekday() == 5 and "sat" not in group.series.get("weekdays", ())
        return not saturday and in_season(group.series.get("between"), day) and is_open(group.place, day)

    def _free(self, person: str, day: date, block: str) -> bool:
        away = [
            (row["first"], row["last"])
            for row in self.world.records["availability"]
            if row["person"] == person and block in blocks_of(row)
        ] + [(one.first, one.last) for one in self.world.lost if one.person == person]
        return not any(first <= day <= last and f"availability:{person}/{first}" in self.codes for first, last in away)

    def _fits(self, works: list[Work]) -> bool:
        new = works[-1]
        if new.id == "free":
            return True
        if any(
            work is not new and work.series == new.series and (work.place, work.day) == (new.place, new.day)
            for work in works
        ):
            return False
        return all(self._copes(person, works, new) for person in new.people) and self._hours(works, new)

    def _copes(self, person: str, works: list[Work], new: Work) -> bool:
        mine = [work for work in works if person in work.people]
        first, last = self.world.blocks[new.block]
        if (
            minutes(self.world, [work for work in mine if (work.day, work.block) == (new.day, new.block)])
            > last - first
        ):
            return False
        after = {work.day + ONE for work in mine if work.block == "evening"}
        if after & {work.day for work in mine if work.block == "morning"}:
            return False
        return all(self._within(code, mine) for code in self.codes if code.split("/")[1:2] == [person])

    def _within(self, code: str, mine: list[Work]) -> bool:
        """Whether a limit that is named holds for all that is laid; what stood there already breaks none by itself."""
        name, _, rest = code.partition("/")
        if not name.startswith("limit:"):
            return True
        name, (person, week) = name.removeprefix("limit:"), rest.split("/")
        here = [work for work in mine if f"{work.day:%G-W%V}" == week]
        most = self.world.limit(person, name)
        if not any(work.fresh for work in here):
            return True
        if name == "weekly_minutes":
            return minutes(self.world, here) <= most
        if name == "evenings_per_week":
            return len({work.day for work in here if work.block == "evening"}) <= most
        saturdays = {work.day for work in mine if work.day.weekday() == 5}
        new = {work.day for work in here if work.day.weekday() == 5 and work.fresh}
        return all(len(saturdays & run) <= most for day in new for run in runs_of_saturdays(day))

    def _hours(self, works: Sequence[Work], new: Work) -> bool:
        loose = [work for work in works if work.loose and (work.day, work.block) == (new.day, new.block)]
        fixed = [work for work in works if work.day == new.day and work.start is not None]
        return find_times(self.world, fixed, loose, new.block or "") is not None
