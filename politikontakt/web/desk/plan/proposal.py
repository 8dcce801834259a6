"""What a run proposes, as lines of a page: rows that are new, moved or dropped, and what finds no room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from politikontakt.core.records.model import Activity as ActivityValue
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.rows import from_json
from politikontakt.web.desk.plan.lines import first_names
from politikontakt.web.desk.plan.no_room import Help, NoRoom, Telling
from politikontakt.web.ui.wording import vocabulary as words

NEW, MOVED, DROPPED = "new", "moved", "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One row that would be new, elsewhere, or gone. `before` is None for a new row, `after` for a dropped one."""

    id: str
    kind: str
    activity: str
    what: str
    detail: str
    who: str
    before: tuple[date, time | None] | None
    after: tuple[date, time | None] | None
    partner: str = ""
    place: str = ""
    agreed: bool = False
    """Whether it was agreed with those it is for, as it lay."""

    @property
    def same_week(self) -> bool:
        """Whether it stays in its week."""
        if self.before is None or self.after is None:
            return False
        return self.before[0].isocalendar()[:2] == self.after[0].isocalendar()[:2]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything a run proposes."""

    changes: Sequence[Change]
    no_room: Sequence[NoRoom]
    short: int
    gap: float | None
    proven: bool
    by_hand: Sequence[Help]
    """Meetings and rows on lost days that no plan may move, each with the way to move it."""

    @property
    def moved(self) -> int:
        """How many rows would move or go."""
        return sum(each.kind != NEW for each in self.changes)

    @property
    def new(self) -> int:
        """How many rows would be new."""
        return len(self.changes) - self.moved


def proposal(run: Run, old: Mapping[str, Activity], telling: Telling, commitments: Mapping[str, str]) -> Proposal:
    """The lines of a run's rows and report."""
    report = run.report
    return Proposal(
        changes=[_change(from_json(each), old.get(each["id"]), telling) for each in run.rows],
        no_room=[telling.no_room(each, commitments) for each in report.get("not_placed", ())],
        short=int(report.get("promised_short", 0)),
        gap=report["gap"] if report.get("gap", 1) < 1 else None,
        proven=bool(report.get("not_placed_proven")),
        by_hand=[
            *(telling.way_to(f"meeting:{each}") for each in report.get("meetings_hit", ())),
            *(telling.way_to(f"planned:{each}") for each in report.get("rows_hit", ())),
        ],
    )


def _change(row: ActivityValue, old: Activity | None, telling: Telling) -> Change:
    kind = NEW if old is None else DROPPED if row.status == "cancelled" else MOVED
    names = telling.names
    where = names.subject(row.place) if row.place else ""
    what = words.word(words.ACTIVITIES, row.kind)
    return Change(
        id=row.id,
        kind=kind,
        activity=row.kind,
        what=where or what,
        detail=what if where else "",
        who=first_names(names.people.get(each, each) for each in row.people),
        before=(old.happened_on, old.starts_at) if old else None,
        after=None if kind == DROPPED else (row.on, row.start),
        partner=row.partner or "",
        place=row.place or "",
        agreed=bool(old and old.confirmed),
    )
