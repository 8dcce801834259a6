"""A case on disk as plain rows: agreement, records, planning.toml, and what a command wrote."""

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracle.reading import MAY_BE_LEFT_OUT, Records, Row, agreement_of, rows_of

MORE_COLUMNS = {
    "places": ("zone",),
    "activities": ("confirmed", "series", "period", "ordinal"),
    "meetings": ("start", "block", "minutes", "place"),
    "availability": ("blocks",),
}
BLOCKS = ("morning", "afternoon", "evening")


@dataclass(frozen=True)
class Lost:
    """Whole days that somebody loses."""

    person: str
    first: date
    last: date


def records_in(folder: Path) -> Records:
    """Every file that planning knows, with the columns that `judge` ignores; a missing file has no rows."""
    names = [*MAY_BE_LEFT_OUT, "availability"]
    return {name: rows_in(folder / f"{name}.csv", name) for name in names}


def rows_in(path: Path, name: str) -> list[Row]:
    empty = (*MAY_BE_LEFT_OUT.get(name, ()), *MORE_COLUMNS.get(name, ()))
    rows = rows_of(path.read_bytes() if path.exists() else b"", empty)
    return [{**row, "minutes": int(row["minutes"] or 0)} if "minutes" in row else row for row in rows]


def agreement_in(path: Path) -> dict[str, Any]:
    return agreement_of(path.read_bytes())


def planning_in(folder: Path) -> dict[str, Any]:
    """planning.toml with exact decimals."""
    return tomllib.loads((folder / "planning.toml").read_text("utf-8"), parse_float=Fraction)


def minutes_of(clock: str) -> int | None:
    """HH:MM as minutes after midnight."""
    if not clock:
        return None
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def lost_days(word: str) -> Lost:
    """PERSON:FIRST..LAST."""
    person, _, days = word.partition(":")
    first, _, last = days.partition("..")
    return Lost(person, date.fromisoformat(first), date.fromisoformat(last))
