"""From the agreement, the records and planning.toml to the problem: groups, items, what stands, who may do it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.periods import ONE_DAY
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner import crew
from politikontakt.core.planner.belonging import counts, series_of
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.groups import drafts, fill
from politikontakt.core.planner.model import Closure, GroupKey, Kept, OldRow, Problem
from politikontakt.core.planner.settings import Planning
from politikontakt.core.planner.standing import kept_meetings, kept_row
from politikontakt.core.records.model import Activity, Meeting, Records

_NEAR = timedelta(days=28)
"""Rows so near from..to share a week, a night or three weeks of Saturdays with it."""


def build(
    agreement: Agreement,
    records: Records,
    planning: Planning,
    *,
    first: date,
    last: date,
    lost: Iterable[Lost] = (),
    replan: bool = False,
) -> Problem:
    """The problem of planning from `first` to `last`. With `replan` unconfirmed planned rows may move.

    Days not in force are cut away. `lost` are days that people lose; they are absences that no row
    of the records tells of.
    """
    inside = DayRange(first, last).cut(agreement.in_force) if first <= last else None
    if inside is None:
        return _nothing(planning, first, last)
    return _Builder(Ground(agreement, records, planning), inside, tuple(lost), replan).problem()


def _nothing(planning: Planning, first: date, last: date) -> Problem:
    """From..to shares no day with those in force."""
    if first <= last:
        first, last = last + ONE_DAY, last
    return Problem(
        first=first,
        last=last,
        blocks=planning.blocks,
        limits={},
        travel=planning.travel,
        weights=planning.weights,
        contacts=(),
        steady=(),
        holders={},
        absences=(),
        closures=(),
        needed={},
        groups=(),
        items=(),
        kept=(),
    )


@dataclass(slots=True)
class _Rows:
    """The rows that stand, and those that hold an ordinal, by group."""

    kept: list[Kept] = field(default_factory=list)
    counting: dict[GroupKey, list[Activity]] = field(default_factory=lambda: defaultdict(list))
    series: dict[str, str] = field(default_factory=dict)
    """The series each row belongs to, by the row's id."""


class _Builder:
    def __init__(self, ground: Ground, days: DayRange, lost: Sequence[Lost], replan: bool) -> None:
        self.ground = ground
        self.days = days
        self.lost = lost
        self.replan = replan
        self.planning = ground.planning
        self.records = ground.matter.records

    def problem(self) -> Problem:
        who = crew.holders(self.ground, self.days)
        contacts = crew.contacts(who)
        away = crew.absences(self.records.availability, self.lost, self.days)
        rows = self._rows()
        movable: dict[str, OldRow] = {row.id: self._old(row) for row in self._live() if self._may_move(row)}
        filled = [fill(draft, rows.counting[draft.key], movable, self.days) for draft in drafts(self.ground, self.days)]
        held = {item.old.id for _, items in filled for item in items if item.old is not None}
        return Problem(
            first=self.days.first,
            last=self.days.last,
            blocks=self.planning.blocks,
            limits={person: self.planning.limits_for(person) for person in contacts},
            travel=self.planning.travel,
            weights=self.planning.weights,
            contacts=contacts,
            steady=crew.steady(who, self.days),
            holders=who,
            absences=away,
            closures=self._closures([group.key.place for group, _ in filled]),
            needed={each.id: each.people for each in self.planning.series},
            groups=tuple(group for group, _ in filled),
            items=tuple(item for _, items in filled for item in items),
            kept=self._kept(rows, held),
            absent=crew.absent(away, contacts, self.days),
            meetings_hit=tuple(sorted(each.id for each in self.records.meetings if self._meeting_hit(each))),
            rows_hit=tuple(sorted(each.id for each in self._live() if self._hit(each) and each.id not in held)),
        )

    def _live(self) -> list[Activity]:
        """Planned rows from `from` on. Those before it were not done and take nothing."""
        return [each for each in self.records.activities if each.status == "planned" and each.on >= self.days.first]

    def _hit(self, row: Activity | Meeting) -> bool:
        return any(each.person in row.people and row.on in each.days for each in self.lost)

    def _meeting_hit(self, meeting: Meeting) -> bool:
        return meeting.status == "planned" and meeting.on >= self.days.first and self._hit(meeting)

    def _may_move(self, row: Activity) -> bool:
        """In a replan, planned rows that nobody confirmed or that are hit; those after the last day stay."""
        return self.replan and row.on <= self.days.last and (not row.confirmed or self._hit(row))

    def _old(self, row: Activity) -> OldRow:
        stands = kept_row(row, None, self.planning, {})
        soon = (row.on - self.days.first).days < 7
        return OldRow(
            id=row.id,
            day=row.on,
            block=stands.block,
            start=stands.start,
            people=tuple(sorted(row.people)),
            confirmed=bool(row.confirmed),
            hit=self._hit(row),
            moves=(10 if row.confirmed else 1) * (2 if soon else 1),
        )

    def _rows(self) -> _Rows:
        """Sort the done and live rows by the group they count for."""
        found = _Rows()
        done = [each for each in self.records.activities if each.status == "done"]
        for row in [*done, *self._live()]:
            series = series_of(row, self.ground)
            if series is None:
                continue
            found.series[row.id] = series.id
            if counts(row, series, self.ground):
                period = self.ground.period_holding(series, row.on)
                assert period is not None
                assert row.place is not None
                found.counting[GroupKey(series.id, row.place, period.days.first)].append(row)
        return found

    def _kept(self, rows: _Rows, movable: set[str]) -> tuple[Kept, ...]:
        near = DayRange(self.days.first - _NEAR, self.days.last + _NEAR)
        places = dict(self.ground.matter.evidence.places)
        standing = [each for each in self.records.activities if each.status == "done"]
        standing += [each for each in self._live() if each.id not in movable]
        kept = [kept_row(row, rows.series.get(row.id), self.planning, places) for row in standing if row.on in near]
        kept += kept_meetings((each for each in self.records.meetings if each.on in near), self.planning, places)
        return tuple(sorted(kept, key=lambda each: (each.day, each.code)))

    def _closures(self, places: Iterable[str]) -> tuple[Closure, ...]:
        found = [
            each
            for place in sorted(set(places))
            for each in self.ground.closures(self.ground.matter.evidence.places[place])
            if each.first <= self.days.last and each.last >= self.days.first
        ]
        return tuple(sorted(found, key=lambda each: (each.place, each.first, each.last)))
