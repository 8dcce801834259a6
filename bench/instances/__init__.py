"""Invented planning input of the sizes that matter: one municipality's school year, a district, a country.

An instance is what a user would have on disk: an agreement file and a folder of records with
planning.toml. The same seed gives the same bytes. Places and people are invented.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.planner.build import build
from politikontakt.core.planner.model import Problem
from politikontakt.core.planner.read import read_planning
from politikontakt.core.records.read import read_records


@dataclass(frozen=True, slots=True)
class Instance:
    """Files as bytes: the agreement, and the folder by file name. Planned from `first` to `last`."""

    agreement: bytes
    files: Mapping[str, bytes]
    first: date
    last: date

    def write(self, folder: Path) -> Path:
        """Write it below `folder`: `agreement.toml` and `records/`. Gives the folder."""
        records = folder / "records"
        records.mkdir(parents=True, exist_ok=True)
        (folder / "agreement.toml").write_bytes(self.agreement)
        for name, source in self.files.items():
            (records / name).write_bytes(source)
        return folder

    def problem(self) -> Problem:
        """The problem that planning it poses."""
        agreement = read_agreement(self.agreement, file="agreement.toml", kinds=KINDS)
        records = read_records(
            {name: source for name, source in self.files.items() if name.endswith(".csv")}, agreement
        )
        planning = read_planning(self.files["planning.toml"], agreement, records, days=DayRange(self.first, self.last))
        return build(agreement, records, planning, first=self.first, last=self.last)
