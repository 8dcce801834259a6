"""The agreement and the records as plain dicts, read with nothing but tomllib and csv."""

import csv
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

MAY_BE_LEFT_OUT: dict[str, tuple[str, ...]] = {
    "places": ("stage_from", "stage_to", "owner", "opened_on", "closed_on"),
    "people": (),
    "roles": ("to", "acting"),
    "activities": ("start", "minutes", "place", "people", "purpose", "audience", "themes", "partner", "recorded_at"),
    "meetings": ("people", "agenda"),
    "documents": ("attached",),
    "events": (),
    "requests": ("answered_on", "outcome"),
    "judgements": (),
    "baselines": ("low", "high", "locked_on"),
    "measurements": ("low", "high"),
    "exceptions": ("subject", "accepted_by", "reason"),
    "disputes": ("subject", "period_first", "settled_on", "reason"),
    "closed_days": ("place", "reason"),
}
DAYS = (
    *("date", "from", "to", "opened_on", "closed_on", "approved_on", "received_on", "answered_on", "judged_on"),
    *("period_first", "period_last", "locked_on", "first", "last", "settled_on"),
)
LISTS = ("people", "audience", "themes", "agenda", "accepted_by")
COUNTS = ("minutes", "stage_from", "stage_to")
VALUES = ("value", "low", "high")
FLAGS = ("acting", "attached")

Row = dict[str, Any]
Records = dict[str, list[Row]]


def agreement_of(source: bytes) -> dict[str, Any]:
    """The file as tomllib reads it, with exact decimals."""
    return tomllib.loads(source.decode("utf-8"), parse_float=Decimal)


def records_of(folder: Mapping[str, bytes]) -> Records:
    """Every known file as rows of values; a missing file has none."""
    return {name: rows_of(folder.get(f"{name}.csv", b""), empty) for name, empty in MAY_BE_LEFT_OUT.items()}


def rows_of(source: bytes, empty: tuple[str, ...]) -> list[Row]:
    """The rows of one file; columns that were left out are empty. The header tells what stands between cells."""
    lines = source.decode("utf-8-sig").splitlines()
    if not lines:
        return []
    separator = ";" if ";" in lines[0] else ","
    whole = [{**dict.fromkeys(empty, ""), **row} for row in csv.DictReader(lines, delimiter=separator)]
    return [{key: value_of(key, cell or "") for key, cell in row.items()} for row in whole]


def value_of(column: str, cell: str) -> Any:
    """A cell as a value: a day, a list, a number or the text itself; an empty day or number is None."""
    if column in LISTS:
        return [part.strip() for part in cell.replace("|", ";").split(";") if part.strip()]
    if column in FLAGS:
        return cell == "yes"
    if column == "minutes":
        return int(cell or 0)
    if not cell:
        return None if column in (*DAYS, *COUNTS, *VALUES) else ""
    return converted(column, cell)


def converted(column: str, cell: str) -> Any:
    """A cell that isn't empty, as its column means it."""
    if column in DAYS:
        return date.fromisoformat(cell)
    if column in COUNTS:
        return int(cell)
    return Fraction(cell) if column in VALUES else cell
