"""How the days without school came to be: each write about them, when, by whom, and what it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q

from politikontakt.core.calendar.imports.stretches import Stretch
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory.models import ClosedDays
from politikontakt.modules.directory.queries import places
from politikontakt.modules.directory.school_calendars import ACTION

HAND, TAKEN_OUT, FOLDER = "hand", "taken_out", "folder"
ENTERED, WITHDRAWN, IMPORTED = "directory.close_days", "access.withdraw", "compliance.import_folder"
SOURCES = {ENTERED: HAND, WITHDRAWN: TAKEN_OUT, IMPORTED: FOLDER}
ABOUT_DAYS = (
    Q(action__in=[ACTION, ENTERED])
    | Q(action=WITHDRAWN, body__fact="directory.closeddays")
    | Q(action=IMPORTED, outcome__has_key="closed_days.csv")
)
LATEST = 300
"""How many writes are read; those of one go are one version."""


@dataclass(frozen=True, slots=True)
class SchoolVersion:
    """What a write changed for one school; `name` is "" for every school."""

    name: str
    added: Sequence[Stretch] = ()
    changed: Sequence[tuple[Stretch, Stretch]] = ()
    removed: Sequence[Stretch] = ()

    @property
    def nothing(self) -> bool:
        """Whether the school's days stayed as they were."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Version:
    """One write. `source` is table, ical, grid, hand, taken_out, or folder: with the whole record, no school named.

    `file` is the name of the file, "" where there was none.
    """

    at: datetime
    by: str
    source: str
    file: str
    schools: Sequence[SchoolVersion]


def calendar_versions(*, ref: str | None = None) -> list[Version]:
    """The latest writes about days without school, the newest first; of one school (`ref`) or of all."""
    rows = list(AuditRow.objects.filter(ABOUT_DAYS).order_by("-number")[:LATEST])
    names = {"": "", **{place.ref: place.name for place in places()}}
    withdrawn = ClosedDays.objects.select_related("place").in_bulk(
        [row.body["row"] for row in rows if row.action == WITHDRAWN]
    )
    found = [(row, [each for each in _touched(row, withdrawn) if ref in (None, each[0])]) for row in rows]
    return _in_one_go(_version(row, touched, names) for row, touched in found if touched)


def _in_one_go(versions: Iterable[Version]) -> list[Version]:
    """What one person did the same day in the same way, one after the other, is one version."""
    found: list[Version] = []
    for _, group in groupby(versions, key=lambda each: (each.at.date(), each.by, each.source, each.file)):
        writes = list(group)
        found.append(replace(writes[0], schools=_together([school for each in writes for school in each.schools])))
    return found


def _together(schools: Sequence[SchoolVersion]) -> Sequence[SchoolVersion]:
    """Each school once, with all that was changed for it."""
    found: dict[str, list[SchoolVersion]] = {}
    for each in schools:
        found.setdefault(each.name, []).append(each)
    return [
        SchoolVersion(
            name,
            sorted((one for each in of_school for one in each.added), key=_first),
            [pair for each in of_school for pair in each.changed],
            sorted((one for each in of_school for one in each.removed), key=_first),
        )
        for name, of_school in found.items()
    ]


def _first(stretch: Stretch) -> date:
    return stretch.days.first


Touched = tuple[str, Mapping[str, Any]]


def _touched(row: AuditRow, withdrawn: Mapping[int, ClosedDays]) -> Iterable[Touched]:
    """The schools a write touched, by short name, and how."""
    if row.action == ACTION:
        yield from ((each["place"], each) for each in row.outcome["schools"])
    elif row.action == ENTERED:
        yield row.body["place"] or "", {"added": [[row.body["first"], row.body["last"], row.body["reason"]]]}
    elif row.action == IMPORTED:
        yield "", {}
    elif row.body["row"] in withdrawn:
        old = withdrawn[row.body["row"]]
        gone = [old.first.isoformat(), old.last.isoformat(), old.reason]
        yield old.place.ref if old.place else "", {"removed": [gone]}


def _version(row: AuditRow, touched: Iterable[Touched], names: Mapping[str, str]) -> Version:
    source = row.body.get("source") or SOURCES[row.action]
    schools = [_school(names.get(ref, ref), said) for ref, said in touched]
    return Version(
        row.at, row.actor_name, source, row.body.get("file", ""), [each for each in schools if not each.nothing]
    )


def _school(name: str, said: Mapping[str, Any]) -> SchoolVersion:
    return SchoolVersion(
        name=name,
        added=[_stretch(each) for each in said.get("added", ())],
        changed=[(_stretch(each[:3]), _stretch(each[3:])) for each in said.get("changed", ())],
        removed=[_stretch(each) for each in said.get("removed", ())],
    )


def _stretch(said: Sequence[str]) -> Stretch:
    first, last, reason = said
    return Stretch(DayRange(date.fromisoformat(first), date.fromisoformat(last)), reason)
