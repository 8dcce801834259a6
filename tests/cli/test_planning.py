"""The commands plan, replan and capacity, from files on disk to files on disk."""

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from bench.recompute import worth
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.records.read import read_records
from tests.cli.running import run
from tests.core.planner.scenes import (
    ANNA_BJORN,
    BOTH_CONTACTS,
    PLACES,
    TWO_CONTACTS,
    VISIT_SERIES,
    Scene,
    series,
    terms,
)

YEAR = ("--from", "2016-08-01", "--to", "2017-07-31")
FALL = ("--from", "2016-09-01", "--to", "2016-12-31")

SCHOOLS = PLACES + (
    "sveberg,Sveberg,school,1,7,,,,west\n"
    "saksvik,Saksvik,school,1,7,,,,east\n"
    "vikhammer,Vikhammer ungdomsskole,school,8,10,,,,west\n"
    "mall,Malvik Senter,shopping_centre,,,,,,east\n"
)
BREAKS = (
    "place,first,last,reason\n,2016-08-01,2016-08-17,summer\n,2016-10-10,2016-10-14,autumn\n"
    ",2016-12-22,2017-01-02,Christmas\n,2017-06-21,2017-07-31,summer\n"
)
SOME_YEAR = Scene(
    commitments={
        "P12a": terms(at_least="4", per='"school_year"', for_each='{ place = "school", teaches_stage = 1 }'),
        "P12b": terms(at_least="8", per='"school_year"', for_each='{ place = "school", teaches_stage = 8 }'),
    }
).with_series(
    series(id='"primary"', commitment='"P12a"', minutes=60, reserve=1, blocks='["morning", "afternoon"]'),
    series(id='"lower"', commitment='"P12b"', minutes=120, reserve=2, weight=3, blocks='["morning", "afternoon"]'),
    series(
        id='"mall"',
        activity='"presence"',
        places='["mall"]',
        at_least=2,
        per='"month"',
        minutes=90,
        by_role='"contact"',
        blocks='["afternoon", "evening"]',
        weekdays='["fri", "sat"]',
    ),
)
SOME_YEAR = SOME_YEAR.with_files(places=SCHOOLS, people=ANNA_BJORN, roles=BOTH_CONTACTS, closed_days=BREAKS)


@dataclass(frozen=True)
class Planned:
    """What a command left behind."""

    status: int
    err: str
    rows: list[dict[str, str]]
    report: dict
    moves: list[dict] | None


def plan(
    capsys: pytest.CaptureFixture[str], scene: Scene, folder: Path, *options: str, command: str = "plan"
) -> Planned:
    """Write the scene, run the command, read what it wrote."""
    agreement, records = scene.write(folder)
    out = folder / command
    ran = run(capsys, command, agreement, records, "--out", out, *options)
    if ran.status == 2:
        return Planned(2, ran.err, [], {}, None)
    moves = out / "moves.json"
    return Planned(
        ran.status,
        ran.err,
        rows_in(out / "activities.csv"),
        json.loads((out / "report.json").read_text(encoding="utf-8")),
        json.loads(moves.read_text(encoding="utf-8")) if moves.exists() else None,
    )


def rows_in(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def taken_over(scene: Scene, rows: Sequence[dict[str, str]], *, done_before: str = "") -> Scene:
    """The scene with the rows in its records; those before a day are carried out."""
    old = list(csv.DictReader(scene.files.get("activities.csv", "").splitlines()))
    together = {row["id"]: row for row in [*old, *rows]}
    header = list(rows[0])
    lines = [",".join(header)]
    for row in together.values():
        carried_out = row["status"] == "planned" and row["date"] < done_before
        lines.append(",".join({**row, "status": "done" if carried_out else row["status"]}[name] for name in header))
    return scene.with_files(activities="\n".join(lines) + "\n")


def test_a_year_is_planned_and_every_promise_is_on_track(capsys, tmp_path):
    planned = plan(capsys, SOME_YEAR, tmp_path, *YEAR)

    assert planned.status == 0
    assert (planned.report["promised_short"], planned.report["placed"]) == (0, len(planned.rows))
    scene = taken_over(SOME_YEAR, planned.rows)
    found = verdicts(scene.agreement(), scene.records(), on=date(2016, 8, 1))
    assert [(each.subject, each.standing) for each in found] == [
        ("saksvik", "on_track"),
        ("sveberg", "on_track"),
        ("vikhammer", "on_track"),
    ]


def test_what_the_report_says_agrees_with_the_files_to_the_digit(capsys, tmp_path):
    planned = plan(capsys, SOME_YEAR, tmp_path, *YEAR)

    again = worth(
        tmp_path / "agreement.toml", tmp_path / "records", tmp_path / "plan", date(2016, 8, 1), date(2017, 7, 31)
    )

    assert planned.report["points"] == pytest.approx(float(again.points), abs=5e-5)
    assert planned.report["promised_short"] == again.short
    written = (tmp_path / "plan" / "report.json").read_text(encoding="utf-8")
    assert f'"points": {planned.report["points"]:.4f},' in written


def test_the_report_holds_what_others_rely_on(capsys, tmp_path):
    report = plan(capsys, SOME_YEAR, tmp_path, *YEAR).report

    assert list(report) == [
        "version",
        "from",
        "to",
        "points",
        "bound",
        "gap",
        "placed",
        "promised_short",
        "not_placed",
        "not_placed_proven",
        "stopped",
        "seconds",
    ]
    assert (report["from"], report["to"], report["stopped"]) == ("2016-08-01", "2017-07-31", False)
    assert 0 <= report["bound"] <= report["points"]


def test_the_same_input_and_seed_give_the_same_bytes_but_for_the_seconds(capsys, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    reports = [plan(capsys, SOME_YEAR, folder, *YEAR, "--seed", "7").report for folder in (first, second)]

    assert (first / "plan" / "activities.csv").read_bytes() == (second / "plan" / "activities.csv").read_bytes()
    assert {**reports[0], "seconds": 0} == {**reports[1], "seconds": 0}


def test_a_plan_that_is_taken_over_leaves_nothing_to_plan(capsys, tmp_path):
    planned = plan(capsys, SOME_YEAR, tmp_path / "first", *YEAR)

    again = plan(capsys, taken_over(SOME_YEAR, planned.rows), tmp_path / "again", *YEAR)

    assert (again.rows, again.report["placed"], again.report["promised_short"]) == ([], 0, 0)


def test_planned_rows_stay_as_they_are_when_more_is_planned(capsys, tmp_path):
    part = plan(capsys, SOME_YEAR, tmp_path / "part", *FALL)
    scene = taken_over(SOME_YEAR, part.rows)

    rest = plan(capsys, scene, tmp_path / "rest", *YEAR)

    assert part.rows
    assert not {row["id"] for row in part.rows} & {row["id"] for row in rest.rows}
    assert rest.report["promised_short"] == 0


def test_with_zero_contacts_all_is_not_placed_and_the_promises_are_named(capsys, tmp_path):
    nobody = SOME_YEAR.with_files(roles="role,person,from\n")

    planned = plan(capsys, nobody, tmp_path, *YEAR)

    assert (planned.status, planned.rows) == (0, [])
    assert planned.report["promised_short"] == 4 + 4 + 8
    assert {each["commitment"] for each in planned.report["not_placed"]} == {"P12a", "P12b", None}
    assert {tuple(each["conflict"]) for each in planned.report["not_placed"]} == {("role:contact",)}


def test_short_promises_fail_only_when_asked_to(capsys, tmp_path):
    nobody = SOME_YEAR.with_files(roles="role,person,from\n")

    assert plan(capsys, nobody, tmp_path, *YEAR).status == 0
    assert plan(capsys, nobody, tmp_path, *YEAR, "--fail-on-short").status == 3
    assert plan(capsys, SOME_YEAR, tmp_path, *YEAR, "--fail-on-short").status == 0


def test_a_contact_who_leaves_midway_is_planned_until_then(capsys, tmp_path):
    leaving = SOME_YEAR.with_files(
        roles="role,person,from,to\ncontact,anna,2016-01-01,2016-11-30\ncontact,bjorn,2016-10-01,\n"
    )

    planned = plan(capsys, leaving, tmp_path, *YEAR)

    assert planned.report["promised_short"] == 0
    assert max(row["date"] for row in planned.rows if row["people"] == "anna") <= "2016-11-30"
    assert min(row["date"] for row in planned.rows if row["people"] == "bjorn") >= "2016-10-01"


def test_an_agreement_that_can_not_be_kept_names_what_stands_in_the_way(capsys, tmp_path):
    scene = Scene(commitments={"P1": terms(at_least="1", per='"month"')}).with_series(
        series(id='"visits"', commitment='"P1"', minutes=60, weekdays='["mon"]', blocks='["evening"]')
    )
    scene = scene.with_files(availability="person,first,last,blocks,kind\nanna,2016-09-01,2016-09-30,evening,duty\n")

    planned = plan(capsys, scene, tmp_path, "--from", "2016-09-01", "--to", "2016-09-30")

    assert planned.report["promised_short"] == 1
    assert planned.report["not_placed"] == [
        {
            "series": "visits",
            "place": "sveberg",
            "period": "2016-09-01",
            "ordinal": 1,
            "commitment": "P1",
            "conflict": ["availability:anna/2016-09-01"],
        }
    ]


@pytest.mark.parametrize(
    ("scene", "says"),
    [
        (TWO_CONTACTS.with_series(VISIT_SERIES.replace("P1", "P9")), "planning.toml:"),
        (replace(TWO_CONTACTS, planning="blocks = ["), "planning.toml:1"),
        (TWO_CONTACTS.with_files(places=PLACES + "sveberg,Sveberg,school,1,7,,,,moon\n"), "places.csv:2: zone: «moon»"),
        (
            TWO_CONTACTS.with_files(
                availability="person,first,last\nanna,2016-09-05,2016-09-05\n",
                meetings="id,kind,status,date,people\nm,council,planned,2016-09-05,anna\n",
            ),
            "meetings.csv:2: date:",
        ),
        (
            TWO_CONTACTS.with_files(availability="person,first,last\nanna,2016-09-05,2016-09-01\n"),
            "availability.csv:2: last:",
        ),
        (
            TWO_CONTACTS.with_files(availability="person,first,last\nclown,2016-09-05,2016-09-06\n"),
            "availability.csv:2",
        ),
    ],
)
def test_faulty_input_ends_with_all_faults_and_no_plan(capsys, tmp_path, scene, says):
    planned = plan(capsys, scene, tmp_path, *YEAR)

    assert planned.status == 2
    assert says in planned.err
    assert not (tmp_path / "plan").exists()


def test_faults_of_all_files_come_in_one_go(capsys, tmp_path):
    scene = TWO_CONTACTS.with_files(people="id,name\nanna,\n")
    scene = replace(scene, planning=scene.planning.replace("minutes = 60", "minutes = 0"))

    err = plan(capsys, scene, tmp_path, *YEAR).err

    assert "people.csv:2: name:" in err
    assert "series[0].minutes" in err


def test_a_folder_without_planning_toml_is_told(capsys, tmp_path):
    agreement, records = TWO_CONTACTS.write(tmp_path)
    (records / "planning.toml").unlink()

    ran = run(capsys, "plan", agreement, records, "--out", tmp_path / "out", *YEAR)

    assert ran.status == 2
    assert "planning.toml" in ran.err


def test_the_answer_never_takes_the_place_of_the_records(capsys, tmp_path):
    SOME_YEAR.write(tmp_path)
    before = {path.name: path.read_bytes() for path in (tmp_path / "records").iterdir()}

    ran = run(
        capsys, "plan", tmp_path / "agreement.toml", tmp_path / "records", *FALL, "--out", tmp_path / "records" / "."
    )

    assert ran.status == 2
    assert ran.err.startswith("--out: ")
    assert {path.name: path.read_bytes() for path in (tmp_path / "records").iterdir()} == before


def test_the_last_day_may_not_be_before_the_first(capsys, tmp_path):
    planned = plan(capsys, SOME_YEAR, tmp_path, "--from", "2017-01-01", "--to", "2016-12-31")

    assert planned.status == 2
    assert "--to" in planned.err


def test_no_seconds_left_still_gives_a_valid_plan_and_says_that_it_was_stopped(capsys, tmp_path):
    planned = plan(capsys, SOME_YEAR, tmp_path, *YEAR, "--seconds", "0")

    assert planned.report["stopped"] is True
    assert planned.report["placed"] == len(planned.rows)


# -- replan


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A planned year of which the time up to 6 March is carried out."""
    folder = tmp_path_factory.mktemp("accepted")
    agreement, records = SOME_YEAR.write(folder)
    command = [sys.executable, "-m", "politikontakt.cli", "plan", str(agreement), str(records), "--out"]
    subprocess.run([*command, str(folder / "plan"), *YEAR], check=True, capture_output=True)
    return taken_over(SOME_YEAR, rows_in(folder / "plan" / "activities.csv"), done_before="2017-03-06")


def hit_by(scene: Scene, person: str, first: str, last: str) -> list[str]:
    rows = csv.DictReader(scene.files["activities.csv"].splitlines())
    return sorted(
        row["id"]
        for row in rows
        if row["status"] == "planned" and person in row["people"] and first <= row["date"] <= last
    )


def a_lost_day(scene: Scene) -> tuple[str, str]:
    """A contact and a day from 6 March on that has planned work."""
    rows = [row for row in csv.DictReader(scene.files["activities.csv"].splitlines()) if row["status"] == "planned"]
    first = min(rows, key=lambda row: row["date"])
    return first["people"].split(";")[0], first["date"]


def test_one_lost_day_moves_exactly_what_it_hits(capsys, tmp_path, accepted):
    person, day = a_lost_day(accepted)

    mended = plan(
        capsys, accepted, tmp_path, "--lost", f"{person}:{day}..{day}", "--from", "2017-03-06", command="replan"
    )

    assert mended.status == 0
    assert [each["id"] for each in mended.moves] == hit_by(accepted, person, day, day)
    assert [row["id"] for row in mended.rows if row["status"] == "planned"] == [each["id"] for each in mended.moves]
    assert mended.report["promised_short"] == 0
    assert all(each["to"] is not None for each in mended.moves)


def test_a_mended_plan_agrees_with_the_files_and_keeps_every_promise(capsys, tmp_path, accepted):
    person, day = a_lost_day(accepted)

    mended = plan(
        capsys, accepted, tmp_path, "--lost", f"{person}:{day}..{day}", "--from", "2017-03-06", command="replan"
    )

    lost = [(person, date.fromisoformat(day), date.fromisoformat(day))]
    last = date.fromisoformat(mended.report["to"])
    again = worth(tmp_path / "agreement.toml", tmp_path / "records", tmp_path / "replan", date(2017, 3, 6), last, lost)
    assert (mended.report["promised_short"], mended.report["moved"]) == (again.short, again.moved)
    assert mended.report["points"] == pytest.approx(float(again.points), abs=5e-5)
    scene = taken_over(accepted, mended.rows)
    agreement = read_agreement(scene.agreement_source().encode(), file="a", kinds=KINDS)
    records = read_records({name: text.encode() for name, text in scene.files.items()}, agreement)
    assert {each.standing for each in verdicts(agreement, records, on=date(2017, 3, 6))} <= {"on_track", "kept"}


def test_what_is_done_and_confirmed_never_moves_unless_it_is_hit(capsys, tmp_path, accepted):
    person, day = a_lost_day(accepted)
    source = accepted.files["activities.csv"].splitlines()
    position = source[0].split(",").index("confirmed")
    confirmed = [
        ",".join("yes" if at == position else cell for at, cell in enumerate(line.split(","))) for line in source[1:]
    ]
    scene = accepted.with_files(activities="\n".join([source[0], *confirmed]) + "\n")

    mended = plan(capsys, scene, tmp_path, "--lost", f"{person}:{day}..{day}", "--from", "2017-03-06", command="replan")

    assert [each["id"] for each in mended.moves] == hit_by(scene, person, day, day)
    assert mended.report["moved"] == sum(
        20 if (date.fromisoformat(each["from"]["date"]) - date(2017, 3, 6)).days < 7 else 10 for each in mended.moves
    )
    assert {row["confirmed"] for row in mended.rows if row["id"] in {each["id"] for each in mended.moves}} == {"no"}


def test_the_last_day_is_that_of_the_last_planned_row_unless_it_is_given(capsys, tmp_path, accepted):
    person, day = a_lost_day(accepted)
    lost = ("--lost", f"{person}:{day}..{day}", "--from", "2017-03-06")
    last = max(row["date"] for row in csv.DictReader(accepted.files["activities.csv"].splitlines()))

    assert plan(capsys, accepted, tmp_path, *lost, command="replan").report["to"] == last
    given = plan(capsys, accepted, tmp_path, *lost, "--to", "2017-07-31", command="replan")
    assert given.report["to"] == "2017-07-31"


def test_meetings_and_other_rows_that_are_hit_are_named_and_left_to_people(capsys, tmp_path, accepted):
    scene = accepted.with_files(
        meetings="id,kind,status,date,people,start,minutes\n"
        "b-council,council,planned,2017-05-09,anna;bjorn,12:00,60\n"
        "a-council,council,planned,2017-05-08,anna,12:00,60\n"
    )
    source = scene.files["activities.csv"]
    header = source.splitlines()[0].split(",")
    office = dict.fromkeys(header, "") | {
        "id": "office-1",
        "kind": "office",
        "status": "planned",
        "date": "2017-05-09",
        "people": "anna",
        "minutes": "30",
    }
    scene = scene.with_files(activities=source + ",".join(office[name] for name in header) + "\n")

    mended = plan(
        capsys, scene, tmp_path, "--lost", "anna:2017-05-08..2017-05-09", "--from", "2017-03-06", command="replan"
    )

    assert mended.report["meetings_hit"] == ["a-council", "b-council"]
    assert mended.report["rows_hit"] == ["office-1"]
    assert "office-1" not in {row["id"] for row in mended.rows}


@pytest.mark.parametrize(
    ("lost", "says"),
    [
        ("clown:2017-05-08..2017-05-09", "clown"),
        ("anna:2017-05-09..2017-05-08", "ends before it begins"),
        ("anna", "does not say who loses which days"),
    ],
)
def test_a_lost_range_that_makes_no_sense_is_told(capsys, tmp_path, accepted, lost, says):
    agreement, records = accepted.write(tmp_path)
    words = ["replan", agreement, records, "--lost", lost, "--from", "2017-03-06", "--out", tmp_path / "out"]

    try:
        ran = run(capsys, *words)
        status, err = ran.status, ran.err
    except SystemExit as stopped:
        status, err = stopped.code, capsys.readouterr().err

    assert status == 2
    assert says in err


# -- capacity


def capacity(capsys, scene: Scene, folder: Path, *options: str) -> dict:
    agreement, records = scene.write(folder)
    ran = run(capsys, "capacity", agreement, records, *options, "--json")
    assert (ran.status, ran.err) == (0, "")
    return json.loads(ran.out)


def test_capacity_says_what_is_promised_and_what_there_is_time_for(capsys, tmp_path):
    found = capacity(capsys, SOME_YEAR, tmp_path, *YEAR)

    assert [each["month"] for each in found["months"]][:2] == ["2016-08", "2016-09"]
    assert sum(each["promised"] for each in found["months"]) == 4 * (60 + 15) + 4 * (60 + 20) + 8 * (120 + 20)
    assert all(each["margin"] == each["available"] - each["promised"] for each in found["months"])
    assert found["worst_month"] == min(found["months"], key=lambda each: each["margin"])["month"]
    assert 1 <= found["days_to_lose"]["at_least"] <= found["days_to_lose"]["at_most"]


def test_capacity_tries_other_terms_before_anybody_signs(capsys, tmp_path):
    as_signed = capacity(capsys, SOME_YEAR, tmp_path, *FALL)
    more = capacity(capsys, SOME_YEAR, tmp_path, *FALL, "--set", "P12b.at_least=16", "--set", "P12a.at_least=8")

    assert sum(each["promised"] for each in more["months"]) > sum(each["promised"] for each in as_signed["months"])
    assert [each["available"] for each in more["months"]] == [each["available"] for each in as_signed["months"]]


def test_capacity_tells_what_can_not_be_tried(capsys, tmp_path):
    agreement, records = SOME_YEAR.write(tmp_path)

    ran = run(capsys, "capacity", agreement, records, *YEAR, "--set", "P12b.at_least=0", "--set", "P9.at_least=2")

    assert ran.status == 2
    assert "P12b.at_least" in ran.err
    assert "P9" in ran.err


def test_capacity_for_people_has_a_line_for_each_month(capsys, tmp_path):
    agreement, records = SOME_YEAR.write(tmp_path)

    ran = run(capsys, "capacity", agreement, records, *FALL, "--language", "en")

    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines[1:5]] == ["2016-09", "2016-10", "2016-11", "2016-12"]
    assert lines[-1].endswith("a promise short.") or "never do" in lines[-1] or "not proven" in lines[-1]


def test_capacity_of_days_not_in_force_is_a_sentence_and_no_table(capsys, tmp_path):
    agreement, records = SOME_YEAR.write(tmp_path)

    ran = run(capsys, "capacity", agreement, records, "--from", "2040-01-01", "--to", "2040-02-01", "--language", "en")

    assert (ran.status, ran.out) == (0, "Nothing is promised in these days, so no lost day breaks a promise.\n")
