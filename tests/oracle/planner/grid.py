"""The grid: which items each series wants at each place in each period, who holds them, which are in the problem."""

import math
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.oracle.days import Span, walk
from tests.oracle.planner.world import Series, World
from tests.oracle.reading import Row

Key = tuple[str, str, date]


@dataclass
class Group:
    """One series at one place in one period."""

    series: Series
    place: Row
    span: Span
    terms: dict[str, Any]
    required: int
    axis: list[date]
    holder: dict[int, str] = field(default_factory=dict)
    counted: int = 0

    @property
    def key(self) -> Key:
        return self.series["id"], self.place["id"], self.span.first

    @property
    def promised(self) -> bool:
        return "commitment" in self.series

    @property
    def number(self) -> int:
        return int(self.required + self.series.get("reserve", 0))

    @property
    def weight(self) -> Fraction:
        return Fraction(self.series.get("weight", 1))

    def ideal(self, ordinal: int) -> int:
        return (2 * ordinal - 1) * len(self.axis) // (2 * self.number)

    def window(self, ordinal: int) -> tuple[int, int]:
        length, number = len(self.axis), self.number
        first = length * (10 * ordinal - 9) // (10 * number)
        return first, min(length - 1, length * (10 * ordinal - 1) // (10 * number))

    def index(self, day: date) -> int:
        """Its place on the axis; off the axis that of the next day on it."""
        return sum(each < day for each in self.axis)


@dataclass(frozen=True)
class Item:
    """An ordinal in the problem: the days on which it may lie, as places on its axis, and the one it would like."""

    group: Group = field(compare=False)
    key: tuple[str, str, date, int]
    ideal: int
    days: tuple[int, ...]
    old: str | None = None
    hit: bool = False
    confirmed: bool = False


def groups(world: World) -> list[Group]:
    """Every group with something to want, with the ordinals that rows hold."""
    found = [
        group
        for series in world.series
        for span in world.spans(series)
        if span.first <= world.last and world.first <= span.last
        for place in world.places_of(series, span)
        if (group := _group(world, series, span, place)).required
    ]
    _give_ordinals(world, found)
    return found


def _group(world: World, series: Series, span: Span, place: Row) -> Group:
    axis = [day for day in span.days if world.on_axis(series, place, day)]
    return Group(series, place, span, world.terms(series, span), required(world, series, span, place), axis)


def required(world: World, series: Series, span: Span, place: Row) -> int:
    """The promised number, clipped, reduced and amended; 0 where all of the period is set aside."""
    question, terms = world.question(series, span, place), world.terms(series, span)
    if not question.days_that_count:
        return 0
    how, number = terms["part_year"], terms["at_least"]
    clipped = (span.first, span.last) != (span.whole_first, span.whole_last)
    if how == "exempt":
        return 0 if clipped else int(number)
    if how == "full":
        return int(number)
    exact = Fraction(number * len(question.days_that_count), len(span.whole_days))
    return math.ceil(exact) if how == "round_up" else math.floor(exact)


def _give_ordinals(world: World, found: list[Group]) -> None:
    by_key = {group.key: group for group in found}
    for key, rows in _counted_rows(world).items():
        group = by_key.get(key)
        if group is None:
            continue
        group.counted = len(rows)
        for row in sorted(rows, key=lambda row: (row["date"], row["id"])):
            free = [ordinal for ordinal in range(1, group.number + 1) if ordinal not in group.holder]
            if free and group.axis:
                here = group.index(row["date"])
                group.holder[min(free, key=lambda each: (abs(group.ideal(each) - here), each))] = row["id"]


def _counted_rows(world: World) -> dict[Key, list[Row]]:
    """The rows that count, by group; of several on one distinct day the done, the earliest, the lowest id."""
    found: dict[Key, dict[Any, Row]] = {}
    for row in sorted(world.rows.values(), key=lambda row: (row["status"] != "done", row["start"] or "~", row["id"])):
        series = world.series_of(row)
        if series is None or not world.counts(row, series):
            continue
        span = world.span_at(series, row["date"])
        assert span is not None
        same = row["date"] if world.terms(series, span)["distinct"] == "days" else row["id"]
        found.setdefault((series["id"], row["place"], span.first), {}).setdefault(same, row)
    return {key: list(rows.values()) for key, rows in found.items()}


def items(world: World, found: list[Group], *, replan: bool = False) -> list[Item]:
    """The ordinals without a row and, in a replan, those whose row lies in from..to and may be moved."""
    return [item for group in found if group.axis for item in _items_of(world, group, replan)]


def _items_of(world: World, group: Group, replan: bool) -> list[Item]:
    late = [ordinal for ordinal in range(1, group.number + 1) if is_late(world, group, ordinal)]
    left = [index for index, day in enumerate(group.axis) if day >= world.first]
    made = []
    for ordinal in range(1, group.number + 1):
        row = world.rows.get(group.holder.get(ordinal, ""))
        if row is not None and not (replan and may_move(world, row)):
            continue
        if row is None and group.axis[group.ideal(ordinal)] > world.last:
            continue
        first, last = group.window(ordinal)
        ideal, days = group.ideal(ordinal), list(range(first, last + 1))
        if ordinal in late:
            ideal = left[(2 * (late.index(ordinal) + 1) - 1) * len(left) // (2 * len(late))] if left else 0
            days = left
        within = tuple(index for index in days if world.first <= group.axis[index] <= world.last)
        made.append(
            Item(
                group,
                (*group.key, ordinal),
                ideal,
                within,
                old=row["id"] if row else None,
                hit=row is not None and world.is_hit(row["people"], row["date"]),
                confirmed=row is not None and row["confirmed"] == "yes",
            )
        )
    return made


def is_late(world: World, group: Group, ordinal: int) -> bool:
    """Nothing stands for it, or only a hit row, and its window ended before the first day."""
    row = world.rows.get(group.holder.get(ordinal, ""))
    open_or_hit = row is None or (row["status"] == "planned" and world.is_hit(row["people"], row["date"]))
    return open_or_hit and group.axis[group.window(ordinal)[1]] < world.first


def may_move(world: World, row: Row) -> bool:
    """A planned row in from..to; a confirmed one only when one of its people is lost that day."""
    if row["status"] != "planned" or not world.first <= row["date"] <= world.last:
        return False
    return row["confirmed"] != "yes" or world.is_hit(row["people"], row["date"])


def whole_range(world: World) -> list[date]:
    return walk(world.first, world.last) if world.first <= world.last else []
