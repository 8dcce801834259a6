"""The long table of school days: one row for each school and day, `dato,skole,elevdag,laererdag,sfodag,kommentar`.

Only `dato`, `skole` and `elevdag` are needed, in any order; what else a file has is left aside.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from politikontakt.core.calendar.imports.cells import NotRead, read_day, read_yes
from politikontakt.core.calendar.imports.stretches import SchoolCalendar
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.table import Table

NEEDED = ("dato", "skole", "elevdag")
COLUMNS = (*NEEDED, "laererdag", "sfodag", "kommentar")
LONGEST = 200
"""Characters in a school's name or a comment."""

Value = TypeVar("Value")


@dataclass(slots=True)
class _School:
    """Days of one school, as they are read: whether pupils come, why not, and on which line it says so."""

    pupils: dict[date, bool] = field(default_factory=dict)
    reasons: dict[date, str] = field(default_factory=dict)
    lines: dict[date, int] = field(default_factory=dict)


class _Reader:
    """Reads row by row and keeps every fault."""

    def __init__(self, table: Table) -> None:
        self.table, self.faults = table, table.faults
        self.header = [name.casefold() for name in table.header]
        self.schools: dict[str, _School] = {}

    def header_stands(self) -> bool:
        """Whether every needed column is there once."""
        line, file = self.table.header_line, self.table.file
        missing = [name for name in NEEDED if name not in self.header]
        twice = [name for name in COLUMNS if self.header.count(name) > 1]
        self.faults += [Fault("missing_column", file, line, name) for name in missing]
        self.faults += [Fault("repeated_column", file, line, name) for name in twice]
        return not missing and not twice

    def row(self, line: int, cells: Mapping[str, str]) -> None:
        """Take one row in, or its faults."""
        school = self._read(line, "skole", cells, _short)
        day = self._read(line, "dato", cells, read_day)
        pupils = self._read(line, "elevdag", cells, read_yes)
        why = cells.get("kommentar", "")
        if len(why) > LONGEST:
            values = {"length": len(why), "most": LONGEST}
            self.faults.append(Fault("text_too_long", self.table.file, line, "kommentar", values))
        if school is not None and day is not None and pupils is not None:
            self._take(line, school, day, pupils, why)

    def _take(self, line: int, name: str, day: date, pupils: bool, why: str) -> None:
        school = self.schools.setdefault(name, _School())
        if school.pupils.setdefault(day, pupils) != pupils:
            values = {"school": name, "day": day, "other_line": school.lines[day]}
            self.faults.append(Fault("day_said_twice", self.table.file, line, "elevdag", values))
        school.lines.setdefault(day, line)
        if why:
            school.reasons.setdefault(day, why)

    def _read(self, line: int, key: str, cells: Mapping[str, str], read: Callable[[str], Value]) -> Value | None:
        if not cells[key]:
            self.faults.append(Fault("empty_cell", self.table.file, line, key))
            return None
        try:
            return read(cells[key])
        except NotRead as bad:
            self.faults.append(Fault(bad.code, self.table.file, line, key, bad.values))
            return None


def read_long_table(source: bytes, *, file: str) -> tuple[SchoolCalendar, ...]:
    """The calendar of each school in a file, in the file's order. Raises FaultyInput with every fault."""
    table = Table(source, file=file, known=COLUMNS)
    reader = _Reader(table)
    if reader.header_stands():
        for line, row in table.rows():
            reader.row(line, {name: cell.strip() for name, cell in zip(reader.header, row, strict=True)})
    if not reader.schools and not reader.faults:
        reader.faults.append(Fault("no_school_days", file))
    if reader.faults:
        raise FaultyInput(sorted(reader.faults, key=lambda fault: fault.line or 0))
    return tuple(_calendar(name, school) for name, school in reader.schools.items())


def _calendar(name: str, school: _School) -> SchoolCalendar:
    closed = {day: school.reasons.get(day, "") for day, pupils in sorted(school.pupils.items()) if not pupils}
    return SchoolCalendar(name, DayRange(min(school.pupils), max(school.pupils)), closed)


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise NotRead("text_too_long", length=len(text), most=LONGEST)
    return " ".join(text.split())
