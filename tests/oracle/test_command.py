"""The command `politikontakt judge` as other programs meet it: exit status, order, keys, numbers, faults."""

import io
import json
import re
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from politikontakt.cli import main
from tests.oracle.comparing import naive_verdicts, same
from tests.oracle.inventing import invent
from tests.oracle.writing import Case

SEEDS = range(1, 61)
ALWAYS = {"commitment", "clause", "subject", "standing", "reasons"}
MAY_BE = {"period", "would_be", "amendment"}
COUNTED = {"done", "required", "expected", "planned", "counted", "ignored"}
KEYS = {
    "count": COUNTED,
    "coverage": COUNTED,
    "cohort": COUNTED,
    "meeting": COUNTED,
    "deadline": {"counted", "days_late"},
    "staffing": {"gaps", "gap_days", "changes"},
    "share": {"share", "coverage", "counted"},
    "baseline": {"target"},
    "answer": {"share", "answered", "due", "counted"},
    "judgement": set(),
}
WHOLE = ("done", "required", "expected", "planned", "answered", "due", "gap_days", "days_late", "changes")
STANDINGS = [
    *("kept", "late", "on_track", "at_risk", "broken"),
    *("not_due", "not_measured", "disputed", "waived", "excused"),
]
FAULT = re.compile(r"^[^:]+(:\d+)?: .+; .+$")


def handed_over(case: Case, folder: Path) -> list[str]:
    """The case as files, and the words that ask about it."""
    records = folder / "records"
    records.mkdir(parents=True)
    (folder / "agreement.toml").write_bytes(case.toml)
    for name, source in case.folder.items():
        (records / name).write_bytes(source)
    every = ["--all-periods"] if case.all_periods else []
    return ["judge", str(folder / "agreement.toml"), str(records), "--on", f"{case.on}", *every]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Case, list[dict[str, Any]]]]:
    """What the command prints as JSON for a number of cases."""
    found = []
    for case in map(invent, SEEDS):
        printed = io.StringIO()
        with redirect_stdout(printed):
            assert main([*handed_over(case, tmp_path_factory.mktemp("case")), "--json"]) == 0
        found.append((case, json.loads(printed.getvalue())["verdicts"]))
    return found


def rules_of(case: Case) -> dict[str, str]:
    clauses = case.agreement["clause"]
    return {each["id"]: each["rule"] for clause in clauses for each in clause.get("commitment", [])}


def test_json_has_the_verdicts_of_the_naive_engine_in_the_same_order(answers):
    for case, verdicts in answers:
        expected = naive_verdicts(case)

        assert len(verdicts) == len(expected)
        assert all(same(mine, his) for mine, his in zip(verdicts, expected, strict=True))


def test_json_has_the_keys_that_mean_something_for_the_rule_and_no_others(answers):
    for case, verdicts in answers:
        rules = rules_of(case)
        for verdict in verdicts:
            meaning = KEYS[rules[verdict["commitment"]]] if verdict["commitment"] else set()

            assert verdict.keys() - MAY_BE - meaning == ALWAYS
            assert ("would_be" in verdict) <= (verdict["standing"] == "disputed")
            assert ("period" in verdict) == (verdict["commitment"] is not None)


def test_whole_numbers_are_whole_and_shares_are_unrounded_fractions(answers):
    for _, verdicts in answers:
        for verdict in verdicts:
            assert all(type(verdict[key]) is int for key in WHOLE if key in verdict)
            assert all(isinstance(verdict[key], float) for key in ("share", "coverage") if verdict.get(key) is not None)
            assert verdict.get("target", {"low": 0.0, "high": 0.0}).keys() == {"low", "high"}


def test_a_table_comes_in_every_language(tmp_path, capsys):
    words = handed_over(invent(3), tmp_path)

    for language in ("nb", "nn", "en"):
        assert main([*words, "--language", language]) == 0
        assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("seed", range(1, 13))
def test_fail_on_looks_at_what_is_printed(seed, tmp_path, capsys):
    case = invent(seed)
    words = handed_over(case, tmp_path)
    printed = {verdict["standing"] for verdict in naive_verdicts(case)}

    found = {standing: main([*words, "--fail-on", standing]) for standing in STANDINGS}

    assert found == {standing: 3 if standing in printed else 0 for standing in STANDINGS}
    assert main([*words, "--json", "--fail-on", ",".join(STANDINGS)]) == 3
    capsys.readouterr()


def test_the_process_itself_says_three_and_still_prints_the_verdicts(tmp_path):
    case = invent(3)
    words = handed_over(case, tmp_path)
    standing = naive_verdicts(case)[0]["standing"]

    ended = subprocess.run(
        [sys.executable, "-m", "politikontakt.cli", *words, "--json", "--fail-on", standing], capture_output=True
    )

    assert (ended.returncode, ended.stderr) == (3, b"")
    assert json.loads(ended.stdout)["verdicts"][0]["standing"] == standing


def test_without_a_day_today_is_asked_about(tmp_path, capsys):
    words = handed_over(invent(3), tmp_path)
    today = f"{datetime.now(ZoneInfo('Europe/Oslo')).date()}"
    without = [word for word in words if word not in ("--on", words[words.index("--on") + 1])]

    assert main([*without, "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)
    assert main([*without, "--json", "--on", today]) == 0
    assert json.loads(capsys.readouterr().out) == asked


def test_every_fault_of_every_file_is_a_line_on_stderr(tmp_path, capsys):
    words = handed_over(invent(3), tmp_path)
    (tmp_path / "records" / "roles.csv").write_text("role,person,from,to\nghost,nobody,2017-02-30,\ncontact,anne,x,\n")
    (tmp_path / "records" / "events.csv").write_text("id,kind,date\na,moved,2017-01-01\na,moved,\n")

    status = main(words)

    lines = capsys.readouterr()
    assert (status, lines.out) == (2, "")
    told = lines.err.strip().splitlines()
    assert all(FAULT.match(line) for line in told), told
    places = sorted(line.partition(": ")[0].rpartition("/")[2] for line in told)
    assert places == [*["events.csv:3"] * 2, *["roles.csv:2"] * 3, "roles.csv:3"]


def test_faults_of_the_agreement_do_not_hide_those_of_the_records(tmp_path, capsys):
    words = handed_over(invent(3), tmp_path)
    agreement = tmp_path / "agreement.toml"
    agreement.write_text(agreement.read_text().replace("format = 1", "format = 7").replace("signed_on", "singed_on"))
    (tmp_path / "records" / "events.csv").write_text("id,kind,date\na,moved,2017-02-29\n")

    status = main(words)

    told = capsys.readouterr().err.strip().splitlines()
    assert status == 2
    files = [Path(re.split(r":\d*:? ?", line)[0]).name for line in told]
    assert files == ["agreement.toml"] * 3 + ["events.csv"]


@pytest.mark.parametrize(
    "words",
    [
        ["judge"],
        ["judge", "nowhere.toml", "nowhere"],
        ["judge", "nowhere.toml", "nowhere", "--on", "2017-02-29"],
        ["judge", "nowhere.toml", "nowhere", "--fail-on", "brokn"],
        ["juge", "nowhere.toml", "nowhere"],
    ],
)
def test_what_cannot_be_asked_ends_with_two_and_nothing_on_stdout(words, capsys):
    try:
        status = main(words)
    except SystemExit as ended:
        status = ended.code

    assert (status, capsys.readouterr().out) == (2, "")
