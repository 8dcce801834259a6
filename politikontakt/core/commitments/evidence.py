"""The records, sorted and indexed once, so that no subject has to read them all again."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, time
from functools import cached_property
from itertools import product
from typing import TypeVar

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.records.model import (
    Activity,
    Dispute,
    Exemption,
    Judgement,
    Meeting,
    Place,
    Records,
    RoleHolding,
)

_Row = TypeVar("_Row")

Key = tuple[str, ...]
"""Values of the axes an index is asked for, in their order: `("vikhammer-us", "rus")`."""


class Timeline:
    """Activities by day; those of one day by start, an empty start last, then by id."""

    __slots__ = ("_days", "rows")

    def __init__(self, rows: Sequence[Activity]) -> None:
        self.rows = rows
        self._days = [each.on for each in rows]

    def within(self, days: DayRange) -> Sequence[Activity]:
        """Those on one of the days."""
        return self.rows[bisect_left(self._days, days.first) : bisect_right(self._days, days.last)]


_NOTHING = Timeline(())


def _in_order(activity: Activity) -> tuple[date, bool, time, str]:
    return activity.on, activity.start is None, activity.start or time.min, activity.id


class Evidence:
    """What was recorded, ready to be asked. The order of rows has no say, but where the later row holds."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self._timelines: dict[tuple[Key, Key], Mapping[Key, Timeline]] = {}
        self._holders: dict[tuple[str, date, bool], frozenset[str]] = {}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Places by id, in the order of their ids."""
        return {each.id: each for each in sorted(self.records.places, key=lambda place: place.id)}

    @cached_property
    def _by_kind(self) -> Mapping[str, Sequence[Activity]]:
        return _grouped(sorted(self.records.activities, key=_in_order), lambda each: each.kind)

    @cached_property
    def all_activities(self) -> Timeline:
        """Every activity, whatever its kind."""
        return Timeline(sorted(self.records.activities, key=_in_order))

    @cached_property
    def _meetings(self) -> Mapping[str, Sequence[Meeting]]:
        return _grouped(sorted(self.records.meetings, key=lambda each: (each.on, each.id)), lambda each: each.kind)

    @cached_property
    def _roles(self) -> Mapping[str, Sequence[RoleHolding]]:
        return _grouped(self.records.roles, lambda each: each.role)

    @cached_property
    def _exceptions(self) -> Mapping[str, Sequence[Exemption]]:
        return _grouped(self.records.exceptions, lambda each: each.commitment)

    @cached_property
    def _disputes(self) -> Mapping[str, Sequence[Dispute]]:
        return _grouped(self.records.disputes, lambda each: each.commitment)

    @cached_property
    def _judgements(self) -> Mapping[str, Sequence[Judgement]]:
        return _grouped(self.records.judgements, lambda each: each.commitment)

    def activities(self, kinds: Key, axes: Key = (), at: Key = ()) -> Timeline:
        """Those of the kinds that have the value `at` on each of the axes: place, place_kind, partner, theme."""
        index = self._timelines.get((kinds, axes))
        if index is None:
            index = self._timelines[kinds, axes] = self._index(kinds, axes)
        return index.get(at, _NOTHING)

    def _index(self, kinds: Key, axes: Key) -> Mapping[Key, Timeline]:
        rows = [each for kind in dict.fromkeys(kinds) for each in self._by_kind.get(kind, ())]
        if len(kinds) > 1:
            rows.sort(key=_in_order)
        if not axes:
            return {(): Timeline(rows)}
        groups: dict[Key, list[Activity]] = defaultdict(list)
        for each in rows:
            for key in product(*(dict.fromkeys(self._values(each, axis)) for axis in axes)):
                groups[key].append(each)
        return {key: Timeline(members) for key, members in groups.items()}

    def _values(self, activity: Activity, axis: str) -> Key:
        if axis == "theme":
            return activity.themes
        if axis == "place_kind":
            place = self.places.get(activity.place or "")
            return (place.kind,) if place else ()
        value = activity.place if axis == "place" else activity.partner
        return (value,) if value is not None else ()

    def meetings(self, kind: str) -> Sequence[Meeting]:
        """Meetings of the kind by day, then id."""
        return self._meetings.get(kind, ())

    def holdings(self, role: str) -> Sequence[RoleHolding]:
        """Every row of the role."""
        return self._roles.get(role, ())

    def holders(self, role: str, day: date, *, acting: bool = True) -> frozenset[str]:
        """Who held the role that day. Acting holders are left aside with `acting=False`."""
        key = (role, day, acting)
        found = self._holders.get(key)
        if found is None:
            found = self._holders[key] = frozenset(
                each.person
                for each in self.holdings(role)
                if each.since <= day and (each.until is None or day <= each.until) and (acting or not each.acting)
            )
        return found

    def exceptions(self, commitment: str) -> Sequence[Exemption]:
        """The commitment's exceptions in the order of the file, accepted or not, whatever their subject."""
        return self._exceptions.get(commitment, ())

    def disputes(self, commitment: str) -> Sequence[Dispute]:
        """The commitment's disputes in the order of the file, whatever their subject and period."""
        return self._disputes.get(commitment, ())

    def judgements(self, commitment: str) -> Sequence[Judgement]:
        """What the parties find of the commitment, in the order of the file."""
        return self._judgements.get(commitment, ())

    def closed(self, place: str) -> tuple[DayRange, ...]:
        """Days on which the place can't be visited by its own rows of closed days and, for schools, those of all."""
        return tuple(
            DayRange(each.first, each.last)
            for each in self.records.closed_days
            if each.place == place or (each.place is None and self.places[place].kind == "school")
        )


def _grouped(rows: Iterable[_Row], key: Callable[[_Row], str]) -> Mapping[str, Sequence[_Row]]:
    groups: dict[str, list[_Row]] = defaultdict(list)
    for each in rows:
        groups[key(each)].append(each)
    return dict(groups)
