"""What an import would do, before anybody says yes: every fault, or what is new, changed and removed in each file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Person, Records
from politikontakt.modules.agreements.queries import agreements, planning_file
from politikontakt.modules.audit.queries import state
from politikontakt.modules.compliance.evidence import Evidence, evidence
from politikontakt.modules.compliance.exchange.comparing import Comparison, Stored, compare
from politikontakt.modules.compliance.exchange.names import PLANNING
from politikontakt.modules.compliance.exchange.reading import AgreementFile, Folder, read_folder
from politikontakt.modules.compliance.exchange.tables import TABLES, FileTable

TEXTS = ("name", "owner", "zone", "partner", "outcome", "reason")
"""Columns in which anything can be written."""


@dataclass(frozen=True, slots=True)
class FileChanges:
    """What one file would change. The rows are core values; `changed` has pairs of what is and what would be."""

    file: str
    unchanged: int = 0
    added: tuple[Any, ...] = ()
    changed: tuple[tuple[Any, Any], ...] = ()
    removed: tuple[Any, ...] = ()

    @property
    def any(self) -> bool:
        """Whether the file changes anything."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Preview:
    """All that can be said of a folder without storing anything: its faults, or what it would change."""

    faults: tuple[Fault, ...] = ()
    changes: tuple[FileChanges, ...] = ()

    @property
    def new_texts(self) -> tuple[str, ...]:
        """What people wrote themselves in the rows that would be new or changed; names of people are no such text."""
        rows = [row for each in self.changes for row in (*each.added, *(new for _old, new in each.changed))]
        texts = (getattr(row, name, "") for row in rows if not isinstance(row, Person) for name in TEXTS)
        return tuple(dict.fromkeys(text for text in texts if isinstance(text, str) and text))

    @property
    def changes_nothing(self) -> bool:
        """Whether a faultless folder says just what is stored."""
        return not any(each.any for each in self.changes)


def preview(files: Mapping[str, bytes]) -> Preview:
    """Read a folder and say what importing it would do. Stores nothing."""
    try:
        folder = read_folder(files)
    except FaultyInput as faulty:
        return Preview(faults=faulty.faults)
    now = evidence(state())
    rows = [_file_changes(table.file, compared(table, folder.records, now)) for table in TABLES]
    return Preview(changes=(*_other_files(folder), *rows))


def compared(table: FileTable, wanted: Records, now: Evidence) -> Comparison:
    """One file's rows beside the stored ones."""
    rows = zip(now.stored[table.field], getattr(now.records, table.field), strict=True)
    stored = [Stored(pk, position, row) for (pk, position), row in rows]
    return compare(stored, getattr(wanted, table.field), table.same_thing)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """An agreement file that is not stored as it is. `old` is what holds now; None for a new agreement."""

    given: AgreementFile
    old: Agreement | None


def new_versions(folder: Folder) -> list[NewVersion]:
    """The agreement files that would be stored."""
    stored = {each.row.ref: each for each in agreements()}
    found = [(given, stored.get(given.content.id)) for given in folder.agreements]
    return [
        NewVersion(given, old.content if old else None)
        for given, old in found
        if old is None or bytes(old.version.source) != given.source
    ]


def _other_files(folder: Folder) -> list[FileChanges]:
    found = [_of_agreement(each) for each in new_versions(folder)]
    old, new = planning_file(), folder.planning
    if old != new:
        found.append(
            FileChanges(
                PLANNING,
                added=(new,) if old is None else (),
                changed=((old, new),) if old is not None and new is not None else (),
                removed=(old,) if new is None else (),
            )
        )
    return found


def _of_agreement(version: NewVersion) -> FileChanges:
    if version.old is None:
        return FileChanges(version.given.name, added=(version.given.content,))
    return FileChanges(version.given.name, changed=((version.old, version.given.content),))


def _file_changes(file: str, comparison: Comparison) -> FileChanges:
    wanted = comparison.wanted
    return FileChanges(
        file,
        unchanged=len(comparison.kept),
        added=tuple(wanted[place] for place in comparison.added),
        changed=tuple((each.row, wanted[place]) for place, each in comparison.changed),
        removed=tuple(each.row for each in comparison.removed),
    )
