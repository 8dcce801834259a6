"""Runs the commands on an invented case and says what differs from the second reading."""

import csv
import io
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from politikontakt.cli import main
from tests.oracle.planner.auditing import Answer, differences
from tests.oracle.planner.choosing import PEOPLE
from tests.oracle.planner.conflicting import conflict_differences
from tests.oracle.planner.files import lost_days
from tests.oracle.planner.inventing import PlanCase, invent
from tests.oracle.planner.measuring import capacity_differences
from tests.oracle.planner.moving import move_differences
from tests.oracle.planner.world import World

COMMANDS = ("plan", "replan", "capacity")


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


def run(*words: object) -> Ran:
    """`politikontakt` with these words, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = main([str(word) for word in words])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
    return Ran(status, out.getvalue(), err.getvalue())


def case_of(command: str, seed: int, folder: Path, *, large: bool = False) -> PlanCase:
    """The case of this seed for a command; a replan begins with the plan of the same seed taken over."""
    return replan_case(seed, folder, large) if command == "replan" else invent(seed, large=large)


def case_differs(command: str, case: PlanCase, folder: Path, patience: int) -> list[str]:
    """What the command says otherwise than the second reading. Without patience plans are checked, but not searched."""
    agreement, records = case.write(folder)
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    asked = [command, agreement, records, *case.words(command)]
    ran = run(*asked, *(["--json"] if command == "capacity" else ["--out", out]))
    if ran.status != 0:
        return [f"exit {ran.status}: {ran.err}"]
    last = case.last if command != "replan" or case.says_last else last_planned(case)
    lost = map(lost_days, case.lost if command == "replan" else ())
    world = World(agreement, records, case.first, last, lost)
    if command == "capacity":
        world.tries("P0", case.terms)
        return list(capacity_differences(world, ran.out, patience))
    answer = Answer(world, out, replan=command == "replan")
    found = list(differences(answer, asked=(f"{case.first}", f"{last}"), patience=patience))
    found += move_differences(answer) if command == "replan" else ()
    return found or list(conflict_differences(answer, patience))


def last_planned(case: PlanCase) -> date:
    """The day of the last planned row, but not before the first day."""
    planned = [date.fromisoformat(row["date"]) for row in case.records["activities"] if row["status"] == "planned"]
    return max([case.first, *planned])


def replan_case(seed: int, folder: Path, large: bool) -> PlanCase:
    """The case of a seed with its own plan taken over, in part confirmed, and days that are lost."""
    random = Random(seed)
    case = invent(seed, large=large)
    agreement, records = case.write(folder)
    ran = run("plan", agreement, records, "--from", case.first, "--to", case.last, "--out", folder / "out")
    assert ran.status == 0, ran.err
    for row in read_rows(folder / "out" / "activities.csv"):
        away = any(
            one["person"] in row["people"].split(";") and one["first"] <= row["date"] <= one["last"]
            for one in case.records["availability"]
        )
        confirmed = "yes" if not away and random.random() < 0.3 else row["confirmed"]
        lists = {key: row[key].replace(";", "|") for key in ("people", "audience")}
        named = random.choice([row["series"], row["series"], "", "no-longer-there"])
        case.records["activities"].append({**row, **lists, "confirmed": confirmed, "series": named})
    case.first += timedelta(days=random.choice([0, 0, 1, 3, 8]))
    case.last = max(case.first, case.last - timedelta(days=random.choice([0, 0, 0, 3, 8])))
    case.says_last = random.random() < 0.7
    for _ in range(random.choice([1, 1, 2])):
        first = case.first + timedelta(days=random.randint(-1, 12))
        last = first + timedelta(days=random.choice([0, 0, 1, 4]))
        case.lost.append(f"{random.choice(PEOPLE[:2] * 3 + PEOPLE)}:{first}..{last}")
    return case


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))
