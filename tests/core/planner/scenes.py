"""Small planning inputs as the files people write, with what a test does not care about filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.planner.build import build
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import Item, Placement, Problem
from politikontakt.core.planner.read import read_planning
from politikontakt.core.planner.settings import Planning
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records

HEAD = """format = 1
id = "malvik"
title = { nb = "Avtale" }
municipality = "1663"
signed_on = 2016-08-01
effective_from = %(first)s
expires_on = %(last)s

[[party]]
id = "kommune"
name = "Malvik kommune"
kind = "municipality"

[[party]]
id = "distrikt"
name = "Distriktet"
kind = "police_district"

[[role]]
id = "contact"
title = { nb = "politikontakt" }
party = "distrikt"

[[role]]
id = "chief"
title = { nb = "leder" }
party = "distrikt"
"""

COMMITMENT = """
[[clause]]
ref = "%(id)s"
title = { nb = "Besøk" }
text = { nb = "Besøk." }

  [[clause.commitment]]
  id = "%(id)s"
  title = { nb = "Besøk" }
  owed_by = ["distrikt"]
  owed_to = ["kommune"]
%(terms)s
"""

BLOCKS = """[blocks]
morning = ["08:00", "11:30"]
afternoon = ["12:00", "15:30"]
evening = ["17:00", "20:30"]
"""
LIMITS = """
[limits]
weekly_minutes = 1350
evenings_per_week = 2
saturdays_per_three_weeks = 1
"""
WEIGHTS = """
[weights]
spread = 1.0
travel = 0.1
continuity = 25
evening_balance = 4
minute_balance = 0.0167
"""
TRAVEL = """
[travel]
west = 20
east = 15
"""

VISITS = {
    "rule": '"count"',
    "activity": '["school_visit"]',
    "by_role": '"contact"',
    "at_least": "4",
    "per": '"month"',
    "for_each": '{ place = "school" }',
}

PLACES = "id,name,kind,stage_from,stage_to,owner,opened_on,closed_on,zone\n"
SCHOOL = PLACES + "sveberg,Sveberg,school,1,7,,,,west\n"
ANNA = "id,name\nanna,Anna\n"
ANNA_CONTACT = "role,person,from,to,acting\ncontact,anna,2016-01-01,,\n"
ANNA_BJORN = "id,name\nanna,Anna\nbjorn,Bjørn\n"
BOTH_CONTACTS = "role,person,from,to,acting\ncontact,anna,2016-01-01,,\ncontact,bjorn,2016-01-01,,\n"


def terms(**changes: str) -> str:
    """The terms of a commitment as TOML lines; `None` takes one away."""
    found = {key: value for key, value in {**VISITS, **changes}.items() if value}
    return "\n".join(f"  {key} = {value}" for key, value in found.items())


def series(**keys: object) -> str:
    """A `[[series]]`; values are written as they are."""
    return "\n[[series]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


VISIT_SERIES = series(id='"visits"', commitment='"P1"', minutes=60)


@dataclass(frozen=True, slots=True)
class Scene:
    """An agreement and a folder. `commitments` is id → terms as TOML; `planning` is the whole file."""

    commitments: Mapping[str, str] = field(default_factory=lambda: {"P1": terms()})
    planning: str = BLOCKS + LIMITS + WEIGHTS + TRAVEL + VISIT_SERIES
    files: Mapping[str, str] = field(
        default_factory=lambda: {"places.csv": SCHOOL, "people.csv": ANNA, "roles.csv": ANNA_CONTACT}
    )
    in_force: tuple[str, str] = ("2016-08-01", "2019-07-31")
    amendments: str = ""

    def with_files(self, **files: str) -> "Scene":
        """The scene with other files, by their names without `.csv`."""
        return replace(self, files={**self.files, **{f"{name}.csv": text for name, text in files.items()}})

    def with_series(self, *more: str) -> "Scene":
        """The scene with these series alone."""
        return replace(self, planning=BLOCKS + LIMITS + WEIGHTS + TRAVEL + "".join(more))

    def agreement_source(self) -> str:
        first, last = self.in_force
        clauses = [COMMITMENT % {"id": name, "terms": of_it} for name, of_it in self.commitments.items()]
        return HEAD % {"first": first, "last": last} + "".join(clauses) + self.amendments

    def agreement(self) -> Agreement:
        return read_agreement(self.agreement_source().encode(), file="agreement.toml", kinds=KINDS)

    def records(self) -> Records:
        return read_records({name: text.encode() for name, text in self.files.items()}, self.agreement())

    def settings(self, first: date, last: date) -> Planning:
        return read_planning(self.planning.encode(), self.agreement(), self.records(), days=DayRange(first, last))

    def problem(self, first: date, last: date, *, lost: Sequence[Lost] = (), replan: bool = False) -> Problem:
        """The problem of planning from `first` to `last`."""
        settings = self.settings(first, last)
        return build(self.agreement(), self.records(), settings, first=first, last=last, lost=lost, replan=replan)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write it to disk. Gives the agreement's file and the folder of records."""
        agreement, records = folder / "agreement.toml", folder / "records"
        records.mkdir(parents=True, exist_ok=True)
        agreement.write_text(self.agreement_source(), encoding="utf-8")
        for name, text in {**self.files, "planning.toml": self.planning}.items():
            (records / name).write_text(text, encoding="utf-8")
        return agreement, records


TWO_CONTACTS = Scene().with_files(people=ANNA_BJORN, roles=BOTH_CONTACTS)


def at(item: Item, day: date, block: str = "morning", *people: str, start: int | None = None) -> Placement:
    """A placement of an item; without people Anna's."""
    return Placement(item=item.key, day=day, block=block, people=people or ("anna",), start=start)
