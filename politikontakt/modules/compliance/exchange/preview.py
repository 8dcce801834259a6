"""What an import would do, before anybody says yes: every fault, or what is new, changed and removed in each file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Records
from politikontakt.modules.agreements.queries import agreements, planning_file
from politikontakt.modules.audit.queries import state
from politikontakt.modules.compliance.evidence import Evidence, evidence
from politikontakt.modules.compliance.exchange.comparing import Comparison, Stored, compare
from politikontakt.modules.compliance.exchange.names import PLANNING
from politikontakt.modules.compliance.exchange.reading import Folder, read_folder
from politikontakt.modules.compliance.exchange.tables import TABLES, FileTable


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


def new_agreements(folder: Folder) -> list[tuple[Any, bytes, bool]]:
    """The agreement files that are not stored as they are: content, bytes, whether it is a new version of one."""
    stored = {each.row.ref: bytes(each.version.source) for each in agreements()}
    return [
        (content, source, content.id in stored)
        for content, source in folder.agreements
        if stored.get(content.id) != source
    ]


def _other_files(folder: Folder) -> list[FileChanges]:
    found = [
        FileChanges(f"{content.id}.toml", changed=((None, content),))
        if known
        else FileChanges(f"{content.id}.toml", added=(content,))
        for content, _, known in new_agreements(folder)
    ]
    if folder.planning != planning_file():
        found.append(FileChanges(PLANNING, changed=((planning_file(), folder.planning),)))
    return found


def _file_changes(file: str, comparison: Comparison) -> FileChanges:
    wanted = comparison.wanted
    return FileChanges(
        file,
        unchanged=len(comparison.kept),
        added=tuple(wanted[place] for place in comparison.added),
        changed=tuple((each.row, wanted[place]) for place, each in comparison.changed),
        removed=tuple(each.row for each in comparison.removed),
    )
