"""The records folder as values, or every fault that keeps it from being read."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.records.cells import Unreadable
from politikontakt.core.records.check import Origin, check
from politikontakt.core.records.columns import FILES, Column, RecordFile
from politikontakt.core.records.model import Records
from politikontakt.core.table import Table

_DIGITS_OF_AN_ID = 11


def read_records(files: Mapping[str, bytes], agreement: Agreement | None) -> Records:
    """Read a folder: file name → bytes. A file that is not there is an empty one.

    Without an agreement, commitments, parties and roles are not checked against it. A `.csv`
    that is no file of the records is a fault (it is most likely misspelled); other files are
    left alone. Raises `FaultyInput` with all faults, in the order of files and lines.
    """
    faults = [_unknown_file(name) for name in sorted(files) if name.endswith(".csv") and name not in FILES]
    found = {name: _read_file(spec, files[name]) for name, spec in FILES.items() if name in files}
    records = Records(**{FILES[name].records_field: tuple(read.rows) for name, read in found.items()})
    origin = Origin(
        lines={name: read.lines for name, read in found.items()},
        incomplete=frozenset(name for name, read in found.items() if read.incomplete),
    )
    for read in found.values():
        faults += read.faults
    faults += check(records, agreement, origin=origin)
    if faults:
        raise FaultyInput(sorted(faults, key=_place_in_folder))
    return records


_ORDER = {name: position for position, name in enumerate(FILES)}


def _place_in_folder(fault: Fault) -> tuple[int, str, int, str]:
    return _ORDER.get(fault.file, -1), fault.file, fault.line or 0, fault.key


def _unknown_file(name: str) -> Fault:
    return Fault("unknown_file", name, values={"found": name, "choices": tuple(FILES)})


@dataclass(slots=True)
class _FileRead:
    """What came of one file. A row with cells that could not be read is there, with nothing in these fields.

    `incomplete`: rows are lost, or nobody can tell which ids they have.
    """

    rows: list[Any] = field(default_factory=list)
    lines: Sequence[int] = ()
    incomplete: bool = False
    faults: list[Fault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Bad:
    """A cell that could not be read."""

    code: str
    values: Mapping[str, object]


class _Cells(dict[str, Any]):
    """The values of one column's cells. What was read once is remembered, but for columns where all differ."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column

    def __missing__(self, raw: str) -> Any:
        value = self._read(raw.strip())
        if not self.column.cell.varied:
            self[raw] = value
        return value

    def _read(self, text: str) -> Any:
        cell = self.column.cell
        if not text:
            return _Bad("empty_cell", {}) if self.column.must else cell.empty
        if cell.free_text and sum(map(str.isdigit, text)) >= _DIGITS_OF_AN_ID and find_national_ids(text):
            return _Bad("national_id", {})  # the number itself is repeated nowhere
        try:
            return cell.read(text)
        except Unreadable as wrong:
            return _Bad(wrong.code, wrong.values)


def _read_file(spec: RecordFile, source: bytes) -> _FileRead:
    table = Table(source, file=spec.name, known=[column.name for column in spec.columns])
    _check_header(table, spec)
    columns = _columns_of(table, spec)
    nothing = {column.field: column.cell.empty for column in spec.columns}
    rows: list[Any] = []
    lines = array("L")
    for line, row in table.rows():
        values = {name: cells[row[position]] for position, name, cells in columns}
        for name in [name for name, value in values.items() if type(value) is _Bad]:
            table.faults.append(_cell_fault(spec, line, name, values.pop(name)))
        rows.append(spec.row(**{**nothing, **values}))
        lines.append(line)
    return _FileRead(rows, lines, _has_lost(table, spec), table.faults)


_ROWS_LOST = frozenset({"wrong_cell_count", "quote_not_closed", "text_after_quote"})


def _has_lost(table: Table, spec: RecordFile) -> bool:
    """Whether rows are lost, or have no id because the column is missing."""
    named = any(column.name == "id" for column in spec.columns)
    without_id = named and bool(table.header) and "id" not in table.header
    return without_id or any(fault.code in _ROWS_LOST for fault in table.faults)


def _check_header(table: Table, spec: RecordFile) -> None:
    """Note what is wrong with the header. A file without one is an empty file."""
    known = tuple(column.name for column in spec.columns)
    for position, name in enumerate(table.header):
        if not name:
            _note(table, "empty_column_name", values={"position": position + 1})
        elif name not in known:
            _note(table, "unknown_column", name, {"found": name, "choices": known})
        elif name in table.header[:position]:
            _note(table, "repeated_column", name)
    for column in spec.columns if table.header else ():
        if column.must and column.name not in table.header:
            _note(table, "missing_column", column.name)


def _note(table: Table, code: str, key: str = "", values: Mapping[str, object] | None = None) -> None:
    table.faults.append(Fault(code, table.file, table.header_line, key, values or {}))


def _columns_of(table: Table, spec: RecordFile) -> list[tuple[int, str, _Cells]]:
    """Position in the row, field to fill, and reader, for each column of the file that the header names."""
    return [
        (table.header.index(column.name), column.field, _Cells(column))
        for column in spec.columns
        if column.name in table.header
    ]


def _cell_fault(spec: RecordFile, line: int, field_name: str, bad: _Bad) -> Fault:
    key = next(column.name for column in spec.columns if column.field == field_name)
    return Fault(bad.code, spec.name, line, key, bad.values)
