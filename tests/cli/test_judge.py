import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import time_machine

from politikontakt.cli import registry
from politikontakt.core.commitments.as_json import as_json
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.records.read import read_records
from tests.cli.running import MALVIK, ROOT, run
from tests.core.records.folders import DALEN, DALEN_FILE, on_disk


def test_json_is_what_the_engine_says(folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--json")

    expected = verdicts(DALEN, read_records(on_disk(folder), DALEN), on=date(2020, 11, 2))
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == {"verdicts": [as_json(verdict) for verdict in expected]}


def test_all_periods_are_those_begun(folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--json", "--all-periods")

    visits = [each for each in json.loads(ran.out)["verdicts"] if each["commitment"] == "V1"]
    assert [(each["subject"], each["period"]["label"]) for each in visits] == [
        ("nordre", "2019/20"),
        ("nordre", "2020/21"),
        ("sondre", "2019/20"),
        ("sondre", "2020/21"),
    ]


def test_today_is_the_day_it_is_where_the_agreement_holds(folder: Path, capsys: pytest.CaptureFixture[str]):
    with time_machine.travel("2020-09-30T22:30:00Z"):
        ran = run(capsys, "judge", DALEN_FILE, folder, "--json")

    council = next(each for each in json.loads(ran.out)["verdicts"] if each["commitment"] == "M1")
    assert council["period"]["label"] == "2020-Q4"


@pytest.mark.parametrize(
    ("standings", "status"),
    [("broken", 3), ("kept,broken", 3), (" kept , broken ", 3), ("kept", 0), ("disputed,waived", 0)],
)
def test_it_ends_with_three_when_something_stands_as_asked(
    standings: str, status: int, folder: Path, capsys: pytest.CaptureFixture[str]
):
    for shape in ([], ["--json"]):
        ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--fail-on", standings, *shape)

        assert (ran.status, ran.err, ran.out != "") == (status, "", True)


TABLE = """\
Avtale i Dalen
Dalen kommune, Dalen politidistrikt

2 November 2020, 4 promises: 1 broken, 1 behind, 2 on track

1     Besøk
      V1: Åtte besøk
      → On track  3 of 6  Nordre skole  school year 2020/21
        2 expected by 2 November. One does not count: another one that day counts, and a day counts
        once. One does not count: it was cancelled. As amended: Politirådet, sak 3/20.
      ! Behind    0 of 6  Søndre skole  school year 2020/21
        2 expected by 2 November. As amended: Politirådet, sak 3/20.

2     Råd
      M1: Politiråd
      → On track  0 of 1  quarter 4 of 2020
        0 expected by 2 November.

3     Plan
      D1: Plan klar
      ✗ Broken  by 30 June 2020

4     Steder
      → On track  0 of 1  Dalen senter  November 2020
        0 expected by 2 November.
      → On track  0 of 1  Torget        November 2020
        0 expected by 2 November.
"""


def test_the_table_says_how_it_stands_and_why(folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--language", "en")

    assert ran.out == TABLE


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120, 400])
def test_the_table_fits_the_terminal(
    columns: int, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("COLUMNS", str(columns))

    ran = run(capsys, "judge", MALVIK, folder.parent, "--on", "2018-03-15", "--language", "en")

    assert max(map(len, ran.out.splitlines())) <= min(max(columns, 40), 120)


NARROW = """\
      → On track  3 of 6  Nordre skole
        school year 2020/21
        2 expected by 2 November. One
"""


def test_where_it_is_too_narrow_the_numbers_stay_under_each_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("COLUMNS", "40")

    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--language", "en")

    assert NARROW in ran.out


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_there_is_a_table_in_each_language(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", MALVIK, tmp_path, "--on", "2018-03-15", "--all-periods", "--language", language)

    assert (ran.status, ran.err) == (0, "")
    assert "None" not in ran.out
    assert "%(" not in ran.out


WRONG_WORDS = [
    ["judge"],
    ["judge", "a.toml"],
    ["judge", "a.toml", "b", "c"],
    ["judge", "a.toml", "b", "--on", "today"],
    ["judge", "a.toml", "b", "--on", "2018-02-30"],
    ["judge", "a.toml", "b", "--on", "20180301"],
    ["judge", "a.toml", "b", "--on"],
    ["judge", "a.toml", "b", "--fail-on", "green"],
    ["judge", "a.toml", "b", "--fail-on", ""],
    ["judge", "a.toml", "b", "--language", "sv"],
    ["judge", "a.toml", "b", "--all"],  # no shortened words: they would change their meaning one day
    ["lint"],
    ["judges", "a.toml", "b"],
    [],
]


@pytest.mark.parametrize("words", WRONG_WORDS, ids=" ".join)
def test_words_that_can_not_be_used_end_with_two(words: list[str], capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, *words)

    assert (ran.status, ran.out) == (2, "")
    assert "usage: politikontakt" in ran.err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "--help")

    assert ran.status == 0
    assert [name for name in registry.names() if f"\n    {name} " in ran.out] == list(registry.names())


@pytest.mark.parametrize("name", registry.names())
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, name, "--help")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: politikontakt {name}")


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]):
    from politikontakt import __version__

    assert run(capsys, "--version").out == f"politikontakt {__version__}\n"


def in_a_shell(*words: str | Path, **settings: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "politikontakt.cli", *words]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, check=False)


def test_a_reader_who_leaves_hears_no_complaint(tmp_path: Path):
    command = f"{sys.executable} -m politikontakt.cli judge {MALVIK} {tmp_path} --json --all-periods | head -1"

    ended = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False)

    assert (ended.stdout, ended.stderr) == (b"{\n", b"")


def test_a_terminal_without_norwegian_letters_gets_question_marks(tmp_path: Path):
    ended = in_a_shell("judge", MALVIK, tmp_path, "--on", "2018-03-15", PYTHONIOENCODING="ascii")

    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"Tr?ndelag politidistrikt" in ended.stdout


def test_json_is_the_same_for_every_terminal(tmp_path: Path):
    plain = in_a_shell("judge", MALVIK, tmp_path, "--on", "2018-03-15", "--json", PYTHONIOENCODING="ascii")
    wide = in_a_shell("judge", MALVIK, tmp_path, "--on", "2018-03-15", "--json", PYTHONIOENCODING="utf-8")

    assert plain.stdout == wide.stdout
    assert len(json.loads(plain.stdout)["verdicts"]) > 30


def test_judging_for_other_programs_loads_neither_django_nor_the_application(tmp_path: Path):
    loaded = (
        "import sys; from politikontakt.cli import main; "
        f"main(['judge', {str(MALVIK)!r}, {str(tmp_path)!r}, '--json']); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] == 'django' or m.startswith('politikontakt.modules')), "
        "file=sys.stderr)"
    )

    ended = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, check=True)

    assert ended.stderr == b"[]\n"
