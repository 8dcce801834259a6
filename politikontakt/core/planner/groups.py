"""The grid of one series at one place in one period, and what of it is still to be placed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.periods import Period
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.planner import grid
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.model import Group, GroupKey, Item, ItemKey, OldRow
from politikontakt.core.planner.ordinals import counting, taken
from politikontakt.core.planner.settings import Series
from politikontakt.core.records.model import Activity, Place


@dataclass(frozen=True, slots=True)
class Draft:
    """A group before anybody looked at what is done."""

    series: Series
    place: Place
    period: Period
    terms: CountTerms
    required: int
    axis: tuple[date, ...]

    @property
    def key(self) -> GroupKey:
        """How the group is named."""
        return GroupKey(self.series.id, self.place.id, self.period.days.first)

    @property
    def wanted(self) -> int:
        """How many are planned in all."""
        return self.required + self.series.reserve


def drafts(ground: Ground, days: DayRange) -> Iterator[Draft]:
    """Every group that asks for something and shares a day with `days`: by series, period, then place."""
    for series in ground.planning.series:
        for period in ground.periods(series, days):
            terms = ground.terms(series, period)
            for place in ground.places(series, period).values():
                number = ground.required(series, place, period)
                if number:
                    yield Draft(series, place, period, terms, number, ground.axis(series, place, period))


def fill(
    draft: Draft, rows: Sequence[Activity], movable: Mapping[str, OldRow], days: DayRange
) -> tuple[Group, tuple[Item, ...]]:
    """The group, and its items: empty ordinals due by `days.last`, and rows that may move.

    `rows` are those done and planned that count for the group, whatever day they are on.
    """
    counted = counting(rows, distinct_days=draft.terms.distinct == "days")
    holders = taken(counted, draft.axis, draft.wanted)
    open_items = _open_items(draft, holders, movable, days)
    without_days = 0 if draft.axis else len(counted)
    group = _group(draft, draft.wanted - len(open_items) if draft.axis else without_days)
    late = [each for each in open_items if each.late]
    return group, tuple(_item(each, group, late, days) for each in open_items)


def _group(draft: Draft, taken_already: int) -> Group:
    series, terms = draft.series, draft.terms
    return Group(
        key=draft.key,
        commitment=series.commitment,
        kind=terms.activity[0],
        kinds=terms.activity,
        purpose=terms.purpose,
        audience=terms.audience,
        role=terms.by_role,
        required=draft.required if series.commitment is not None else 0,
        wanted=draft.wanted if draft.axis else 0,
        taken=taken_already,
        axis=draft.axis,
        minutes=series.minutes,
        people=series.people,
        blocks=series.blocks,
        weekdays=series.weekdays,
        zone=draft.place.zone,
        weight=series.weight,
    )


@dataclass(frozen=True, slots=True)
class _Open:
    """An ordinal that is to be placed, or whose row may move."""

    ordinal: int
    ideal: int
    window: tuple[int, int]
    late: bool
    beyond: bool
    old: OldRow | None
    minutes: int


def _open_items(
    draft: Draft, holders: Mapping[int, Activity], movable: Mapping[str, OldRow], days: DayRange
) -> list[_Open]:
    found = []
    length = len(draft.axis)
    for ordinal in range(1, draft.wanted + 1) if length else ():
        row = holders.get(ordinal)
        old = movable.get(row.id) if row else None
        ideal = grid.ideal(ordinal, draft.wanted, length)
        beyond = draft.axis[ideal] > days.last
        if old is None and (row is not None or beyond):
            continue
        window = grid.window(ordinal, draft.wanted, length)
        late = draft.axis[window[1]] < days.first and (old is None or old.hit)
        minutes = row.minutes if row else draft.series.minutes
        found.append(_Open(ordinal, ideal, window, late, beyond, old, minutes))
    return found


def _item(each: _Open, group: Group, late: Sequence[_Open], days: DayRange) -> Item:
    first, last = each.window
    ideal: int | None = each.ideal
    if each.late:
        first, last = bisect_left(group.axis, days.first), len(group.axis) - 1
        left = last - first + 1
        ideal = first + grid.late_ideal(late.index(each) + 1, len(late), left) if left else None
    first = max(first, bisect_left(group.axis, days.first))
    last = min(last, bisect_right(group.axis, days.last) - 1)
    return Item(
        key=ItemKey(*group.key, each.ordinal),
        group=group,
        ideal=ideal,
        days=tuple(day for day in range(first, last + 1) if group.axis[day].weekday() in group.weekdays),
        late=each.late,
        beyond=each.beyond,
        minutes=each.minutes,
        old=each.old,
    )
