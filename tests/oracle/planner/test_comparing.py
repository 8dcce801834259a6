"""`plan`, `replan` and `capacity` on invented cases against the second reading, which would notice a difference."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.oracle.planner.auditing import Answer, differences
from tests.oracle.planner.comparing import case_differs, case_of, run
from tests.oracle.planner.world import World

PATIENCE = 300
SEEDS = {"plan": range(2, 22), "replan": range(2, 22), "capacity": range(2, 22)}


@pytest.mark.parametrize("command", SEEDS)
def test_small_cases_are_answered_as_the_description_says(command, tmp_path):
    found = {}
    for seed in SEEDS[command]:
        different = case_differs(command, case_of(command, seed, tmp_path), tmp_path, PATIENCE)
        if different:
            found[seed] = different[0]

    assert found == {}


@pytest.fixture
def planned(tmp_path: Path) -> Answer:
    """The plan of a small case with two placed rows: seed 12."""
    case = case_of("plan", 12, tmp_path)
    agreement, records = case.write(tmp_path)
    assert run("plan", agreement, records, *case.words("plan"), "--out", tmp_path / "out").status == 0
    return Answer(World(agreement, records, case.first, case.last), tmp_path / "out")


def told(answer: Answer) -> list[str]:
    """What the comparison says of the files as they are now."""
    again = Answer(answer.world, answer.out)
    return list(differences(again, asked=("2015-12-21", "2016-01-17"), patience=PATIENCE))


def change(path: Path, pattern: str, text: str) -> None:
    """Put something else where the pattern stands first."""
    before = path.read_text("utf-8")
    after = re.sub(pattern, text, before, count=1)
    assert after != before
    path.write_text(after, "utf-8")


@pytest.mark.parametrize(
    ("file", "pattern", "text", "noticed"),
    [
        ("report.json", r'"points": [\d.]+', '"points": 0.0001', "points"),  # another number
        ("report.json", r'"placed": \d+', '"placed": 7', "placed 7"),
        ("report.json", r'"promised_short": \d+', '"promised_short": 3', "promised_short 3"),
        ("report.json", r'"stopped": false', '"stopped": 0', "report stopped"),  # another type
        ("report.json", r'"seconds": [\d.]+', '"took": 1', "report keys"),
        ("report.json", r'"bound": [\d.]+', '"bound": 99.5', "bound"),  # above what can be reached
        ("activities.csv", r",planned,", ",done,", "status"),
        ("activities.csv", r"\n[^\n]+\n$", "\n", "not_placed"),  # a row lost
        ("activities.csv", r",0[89]:\d\d,", ",11:25,", "after its block"),
    ],
)
def test_the_comparison_notices_what_is_wrong_in_a_file(planned, file, pattern, text, noticed):
    assert told(planned) == []

    change(planned.out / file, pattern, text)

    assert any(noticed in line for line in told(planned))


def test_the_comparison_notices_a_row_on_another_day(planned):
    rows = planned.out / "activities.csv"
    day = date.fromisoformat(re.search(r"planned,([\d-]+),", rows.read_text("utf-8"))[1])

    change(rows, f"planned,{day}", f"planned,{day + timedelta(days=40)}")

    assert any("window" in line for line in told(planned))


def test_the_comparison_notices_a_worse_plan_that_is_called_proven(planned):
    report = json.loads((planned.out / "report.json").read_text("utf-8"))
    missing = [{"series": row["series"], "place": row["place"], "period": row["period"], "ordinal": int(row["ordinal"]),
                "commitment": None, "conflict": []} for row in planned.new]  # fmt: skip
    (planned.out / "activities.csv").write_text((planned.out / "activities.csv").read_text("utf-8").splitlines()[0])
    (planned.out / "report.json").write_text(json.dumps({**report, "placed": 0, "not_placed": missing}), "utf-8")

    assert any("not_placed_proven" in line for line in told(planned))
