"""What a run proposes, as lines of a page: rows that are new, moved or dropped, and what finds no room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from politikontakt.core.records.model import Activity as ActivityValue
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.rows import from_json
from politikontakt.web.ui.wording import vocabulary as words
from politikontakt.web.ui.wording.plans import conflict_words
from politikontakt.web.ui.wording.subjects import Names

NEW, MOVED, DROPPED = "new", "moved", "dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One row that would be new, elsewhere, or gone. `before` is None for a new row, `after` for a dropped one."""

    id: str
    kind: str
    what: str
    detail: str
    who: str
    before: tuple[date, time | None] | None
    after: tuple[date, time | None] | None
    partner: str = ""


@dataclass(frozen=True, slots=True)
class NoRoom:
    """An item that finds no place, and what stands in its way."""

    what: str
    commitment: str
    ordinal: int
    because: Sequence[str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything a run proposes."""

    changes: Sequence[Change]
    no_room: Sequence[NoRoom]
    short: int
    gap: float | None
    proven: bool

    @property
    def moved(self) -> int:
        """How many rows would move or go."""
        return sum(each.kind != NEW for each in self.changes)


def proposal(run: Run, old: Mapping[str, Activity], names: Names) -> Proposal:
    """The lines of a run's rows and report."""
    report = run.report
    return Proposal(
        changes=[_change(from_json(each), old.get(each["id"]), names) for each in run.rows],
        no_room=[_no_room(each, names) for each in report.get("not_placed", ())],
        short=int(report.get("promised_short", 0)),
        gap=report["gap"] if report.get("gap", 1) < 1 else None,
        proven=bool(report.get("not_placed_proven")),
    )


def _change(row: ActivityValue, old: Activity | None, names: Names) -> Change:
    kind = NEW if old is None else DROPPED if row.status == "cancelled" else MOVED
    where = names.subject(row.place) if row.place else ""
    what = words.word(words.ACTIVITIES, row.kind)
    return Change(
        id=row.id,
        kind=kind,
        what=where or what,
        detail=what if where else "",
        who=", ".join(names.people.get(each, each).split()[0] for each in row.people),
        before=(old.happened_on, old.starts_at) if old else None,
        after=None if kind == DROPPED else (row.on, row.start),
        partner=row.partner or "",
    )


def _no_room(line: Mapping[str, Any], names: Names) -> NoRoom:
    return NoRoom(
        what=names.subject(line["place"]) if line["place"] else line["series"],
        commitment=line["commitment"] or "",
        ordinal=line["ordinal"],
        because=[conflict_words(code, names) for code in line["conflict"]],
    )
