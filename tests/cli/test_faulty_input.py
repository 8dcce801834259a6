"""Every broken file through the command: exit 2, and each fault on stderr as `FILE:LINE: what is wrong; what to do`."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import MALVIK, run
from tests.core.agreement.example import BROKEN as BROKEN_AGREEMENTS
from tests.core.records.folders import BROKEN as BROKEN_RECORDS
from tests.core.records.folders import DALEN_FILE

AGREEMENTS = sorted(BROKEN_AGREEMENTS.glob("*.toml"))
FOLDERS = sorted(entry for entry in BROKEN_RECORDS.iterdir() if entry.is_dir())


def expected(file: Path) -> list[list[str]]:
    return [line.split("  ") for line in file.with_suffix(".faults").read_text().splitlines()]


def beginning(file: Path, line: str, key: str) -> str:
    """How the line on stderr begins."""
    place = str(file) if line == "-" else f"{file}:{line}"
    return f"{place}: " if key == "-" else f"{place}: {key}: ".replace("\t", "·")


@pytest.mark.parametrize("file", AGREEMENTS, ids=lambda file: file.stem)
@pytest.mark.parametrize("command", ["judge", "lint"])
def test_a_broken_agreement_ends_with_all_its_faults(
    file: Path, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    ran = run(capsys, command, file, *([tmp_path] if command == "judge" else []), "--language", "en")

    lines = ran.err.splitlines()
    begins = [beginning(file, line, key) for line, key, _code in expected(file)]
    assert (ran.status, ran.out, len(lines)) == (2, "", len(begins))
    assert all(line.startswith(begin) for line, begin in zip(lines, begins, strict=True))
    assert all(re.fullmatch(r"[^;]+; [^;]+", line) for line in lines)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_folder_ends_with_all_its_faults(folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--json", "--language", "en")

    lines = ran.err.splitlines()
    begins = [beginning(folder / file, line, key) for file, line, key, _code in expected(folder)]
    assert (ran.status, ran.out, len(lines)) == (2, "", len(begins))
    assert all(line.startswith(begin) for line, begin in zip(lines, begins, strict=True))
    assert all("; " in line for line in lines)


def test_a_broken_agreement_and_a_broken_folder_are_told_of_together(capsys: pytest.CaptureFixture[str]):
    agreement = BROKEN_AGREEMENTS / "ends-before-it-begins.toml"
    folder = BROKEN_RECORDS / "column-unknown"

    ran = run(capsys, "judge", agreement, folder, "--language", "en")

    assert [line.split(":")[0].removeprefix(str(folder)) for line in ran.err.splitlines()] == [
        str(agreement),
        "/activities.csv",
    ]


def test_a_fault_says_what_is_wrong_and_what_to_do(capsys: pytest.CaptureFixture[str]):
    folder = BROKEN_RECORDS / "closes-before-it-opens"

    ran = run(capsys, "judge", DALEN_FILE, folder, "--language", "en")

    assert ran.err == (
        f"{folder}/places.csv:6: closed_on: 2020-06-30 is before opened_on, 2020-08-01; check both days\n"
    )


def test_files_that_are_not_there_are_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").write_text("")
    odd = tmp_path / "odd"
    (odd / "people.csv").mkdir(parents=True)

    def err(*words: str | Path) -> str:
        ran = run(capsys, *words, "--language", "en")
        assert (ran.status, ran.out) == (2, "")
        return ran.err.replace(str(tmp_path), "")

    assert err("judge", tmp_path / "none.toml", tmp_path / "none") == (
        "/none.toml: there is no such file; check the name and the folder\n"
        "/none: there is no such folder; check the name, or make the folder\n"
    )
    assert err("lint", tmp_path) == ": this is a folder, not a file; name the file in it\n"
    assert err("judge", MALVIK, tmp_path / "file") == (
        "/file: this is not a folder; name the folder that holds the .csv files\n"
    )
    assert err("judge", MALVIK, odd) == "/odd/people.csv: this is a folder, not a file; name the file in it\n"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_faults_are_told_in_each_language(language: str, capsys: pytest.CaptureFixture[str]):
    for folder in FOLDERS:
        ran = run(capsys, "judge", DALEN_FILE, folder, "--language", language)

        assert (ran.status, len(ran.err.splitlines())) == (2, len(expected(folder)))


def test_a_line_on_the_screen_holds_nothing_that_moves_the_cursor(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "people.csv").write_text('id,name,"\x1b[31mx\ny"\nkari,Kari,z\n')

    ran = run(capsys, "judge", DALEN_FILE, tmp_path)

    assert len(ran.err.splitlines()) == 2
    assert all(char.isprintable() for line in ran.err.splitlines() for char in line)


def test_nothing_is_stored_anywhere(tmp_path: Path):
    before = sorted(tmp_path.iterdir())

    ended = subprocess.run(
        [sys.executable, "-m", "politikontakt.cli", "judge", DALEN_FILE, BROKEN_RECORDS / "latin-1"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout, sorted(tmp_path.iterdir())) == (2, b"", before)


def test_what_the_file_system_leaves_behind_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "._people.csv").write_bytes(b"\0\0")
    (tmp_path / ".~lock.people.csv#").write_text(",,")

    ran = run(capsys, "judge", DALEN_FILE, tmp_path, "--json")

    assert (ran.status, ran.err) == (0, "")
