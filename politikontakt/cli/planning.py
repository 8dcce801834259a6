"""What `plan`, `replan` and `capacity` share: reading what they plan from, and writing what they found."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic

from politikontakt.cli.reading import known_of, read_both
from politikontakt.cli.trouble import says
from politikontakt.cli.writing import write_files
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.planner.read import FILE, missing, own_faults, read_planning
from politikontakt.core.planner.report import Exactly
from politikontakt.core.planner.settings import Planning
from politikontakt.core.planner.stopping import Stop, never
from politikontakt.core.records.columns import FILES
from politikontakt.core.records.model import Activity, Records
from politikontakt.core.records.write import write_records
from politikontakt.core.table import Table

_ROWS_NAMED = ("places.csv", "activities.csv", "meetings.csv", "availability.csv")
_EXACT = re.compile('"\ue000([-0-9.]+)\ue000"')


def read_records_to_plan(agreement_path: Path, folder: Path) -> tuple[Agreement, Records]:
    """The agreement and the records. Where they are faulty, planning.toml's own faults come in the same go."""
    try:
        return read_both(agreement_path, folder)
    except FaultyInput as faulty:
        source = _planning_source(folder)
        known = known_of(agreement_path, folder)
        more = [missing()] if source is None else own_faults(source, *known)
        raise FaultyInput([*faulty.faults, *(_in_folder(fault, folder) for fault in more)]) from None


def read_planning_file(folder: Path, agreement: Agreement, records: Records, days: DayRange) -> Planning:
    """planning.toml of the folder. Its faults name files and lines as the user knows them."""
    source = _planning_source(folder)
    if source is None:
        raise FaultyInput([_in_folder(missing(), folder)])
    try:
        return read_planning(source, agreement, records, days=days)
    except FaultyInput:
        pass
    try:
        return read_planning(source, agreement, records, days=days, lines=_lines(folder))
    except FaultyInput as faulty:
        raise FaultyInput([_in_folder(fault, folder) for fault in faulty.faults]) from None


def _planning_source(folder: Path) -> bytes | None:
    path = folder / FILE
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FaultyInput([Fault("cannot_read", str(path), values={"says": says(error)})]) from None


def _lines(folder: Path) -> Mapping[str, Sequence[int]]:
    """The line of each row of files without faults."""
    found = {}
    for name in _ROWS_NAMED:
        if (folder / name).exists():
            known = [column.name for column in FILES[name].columns]
            table = Table((folder / name).read_bytes(), file=name, known=known)
            found[name] = [line for line, _ in table.rows()]
    return found


def _in_folder(fault: Fault, folder: Path) -> Fault:
    values = dict(fault.values)
    if "other_file" in values:
        values["other_file"] = str(folder / str(values["other_file"]))
    return replace(fault, file=str(folder / fault.file), values=values)


def days_between(first: date, last: date) -> DayRange:
    """From..to, or a fault where the last day is before the first."""
    if last < first:
        values = {"found": last, "first": first, "first_key": "--from"}
        raise FaultyInput([Fault("last_before_first", "--to", values=values)])
    return DayRange(first, last)


def refuse_records(out: Path, records: Path) -> None:
    """Raises `FaultyInput` where the answer would take the place of the records' own activities.csv."""
    if out.exists() and records.exists() and out.samefile(records):
        raise FaultyInput([Fault("out_is_records", "--out", values={"found": str(out)})])


def stop_after(seconds: float | None) -> Stop:
    """Whether so many seconds have gone since now. Without a number the run ends by its own limit."""
    if seconds is None:
        return never
    end = monotonic() + seconds
    return lambda: monotonic() >= end


def as_text(content: object) -> str:
    """JSON as people can read it, with exact numbers as they are written."""
    marked = json.dumps(content, default=_marked, ensure_ascii=False, indent=2)
    return _EXACT.sub(r"\1", marked) + "\n"


def _marked(value: object) -> str:
    if isinstance(value, Exactly):
        return f"\ue000{value.text}\ue000"
    raise TypeError(f"{value!r} is not for JSON")


def write_answer(folder: Path, rows: Sequence[Activity], others: Mapping[str, object]) -> None:
    """`activities.csv` with the rows and each of the other files as JSON, in a folder that is made where needed."""
    files = {"activities.csv": write_records(Records(activities=tuple(rows)))["activities.csv"]}
    files |= {name: as_text(content).encode() for name, content in others.items()}
    write_files(folder, files)
