"""A full disk, a closed pipe, a folder that is none: said in words, with the exit status that tells a script."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from politikontakt.cli import trouble
from politikontakt.cli.exits import FAULTY_INPUT, NOT_WRITTEN, PIPE_CLOSED
from politikontakt.cli.writing import write_files
from politikontakt.core.faults import FaultyInput
from politikontakt.web.ui.wording.system import WORDS, system_words
from tests.cli.running import MALVIK, ROOT, run

needs_full_disk = pytest.mark.skipif(
    not Path("/dev/full").exists() and os.environ.get("CI") != "true", reason="this system has no /dev/full"
)
FULL = "stdout: it can't be written to (the disk is full); check who may write there, and that there is room\n"


def shell(command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell with `politikontakt` in it."""
    politikontakt = f"{sys.executable} -m politikontakt.cli"
    return subprocess.run(
        ["bash", "-c", "set -o pipefail; " + command.replace("politikontakt", politikontakt)],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


@needs_full_disk
@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_an_answer_that_finds_no_room_is_told_of_and_is_no_success(buffered: str, tmp_path: Path):
    ran = shell(f"politikontakt judge {MALVIK} {tmp_path} --json --language en > /dev/full", PYTHONUNBUFFERED=buffered)

    assert (ran.returncode, ran.stderr) == (NOT_WRITTEN, FULL)


@needs_full_disk
def test_a_short_answer_that_finds_no_room_is_told_of_once():
    """It still waits in Python's own buffer when the command ends."""
    ran = shell("politikontakt --version > /dev/full", PYTHONUNBUFFERED="")

    assert (ran.returncode, len(ran.stderr.splitlines())) == (NOT_WRITTEN, 1)


@needs_full_disk
def test_faults_that_nobody_can_hear_still_give_their_exit_status():
    assert shell("politikontakt lint nowhere.toml 2> /dev/full").returncode == FAULTY_INPUT


def test_a_reader_that_has_seen_enough_is_no_trouble(tmp_path: Path):
    ran = shell(f"politikontakt judge {MALVIK} {tmp_path} --all-periods --json | head -1")

    assert (ran.returncode, ran.stdout, ran.stderr) == (PIPE_CLOSED, "{\n", "")


def test_a_command_with_closed_streams_answers_by_its_exit_status_alone(tmp_path: Path):
    ran = shell(f"politikontakt judge {MALVIK} {tmp_path} --on 2018-03-15 --fail-on broken >&- 2>&-")

    assert ran.returncode == 3


def test_a_folder_to_write_to_that_is_a_file_is_named(tmp_path: Path):
    taken = tmp_path / "taken"
    taken.write_text("")

    with pytest.raises(FaultyInput) as faulty:
        write_files(taken, {"a.csv": b""})

    (fault,) = faulty.value.faults
    assert (fault.code, fault.file, fault.values) == ("cannot_write", str(taken), {"says": errno.EEXIST})


def test_a_file_that_can_not_be_written_is_named_and_what_stood_there_stays(tmp_path: Path):
    (tmp_path / "b.csv").mkdir()
    (tmp_path / "a.csv").write_bytes(b"old")

    with pytest.raises(FaultyInput) as faulty:
        write_files(tmp_path, {"a.csv": b"new", "b.csv": b"new"})

    (fault,) = faulty.value.faults
    assert (fault.file, fault.values) == (str(tmp_path / "b.csv"), {"says": errno.EISDIR})
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"new"


def test_a_disk_that_fills_up_half_way_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "a.csv").write_bytes(b"old and whole")

    def half(path: Path, source: bytes) -> None:
        with path.open("wb") as file:
            file.write(source[:3])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(FaultyInput):
        write_files(tmp_path, {"a.csv": b"new but torn"})

    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.csv": b"old and whole"}


def test_a_plan_to_a_place_that_is_none_is_told_of_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    taken = tmp_path / "taken"
    taken.write_text("")

    with pytest.raises(FaultyInput) as faulty:
        write_files(taken / "sub", {"a.csv": b""})

    from politikontakt.cli.faults import one_line
    from politikontakt.cli.language import speak

    speak("nb")
    assert one_line(faulty.value.faults[0]) == (
        f"{taken / 'sub'}: det lar seg ikke skrive der (det ligger en fil der det skulle vært en mappe); "
        "se etter hvem som får skrive der, og om det er plass"
    )


@pytest.mark.parametrize(
    ("error", "language", "said"),
    [
        (
            PermissionError(errno.EACCES, "Permission denied", "/etc/shadow"),
            "nb",
            "/etc/shadow: den kan ikke brukes (tilgang mangler); sjekk navnet, og hvem som har tilgang\n",
        ),
        (
            OSError(errno.ENOTTY, "Inappropriate ioctl for device", "x"),
            "en",
            f"x: it can't be used ({os.strerror(errno.ENOTTY)}); check the name, and who may use it\n",
        ),
    ],
)
def test_what_the_system_refuses_is_said_in_the_language_asked_for(
    error: OSError, language: str, said: str, capsys: pytest.CaptureFixture[str]
):
    assert trouble.told(error, language) == FAULTY_INPUT

    assert capsys.readouterr().err == said


def test_a_fault_of_ours_is_not_hidden():
    assert trouble.told(KeyError("a"), "nb") is None
    assert trouble.told(ValueError("b"), "nb") is None


def test_an_unexpected_error_ends_with_its_trace(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    def breaks(*_: object) -> None:
        raise LookupError("ours")

    monkeypatch.setattr("politikontakt.cli.commands.lint.read_agreement_file", breaks)

    with pytest.raises(LookupError, match="ours"):
        run(capsys, "lint", MALVIK)


DENIED = PermissionError(errno.EACCES, "Permission denied")
READING = {"a file": ("read_bytes", "judge"), "a folder": ("iterdir", "judge"), "an agreement": ("read_bytes", "lint")}


@pytest.mark.parametrize("what", READING)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "fila lar seg ikke lese (tilgang mangler); se etter hvem som får lese den"),
        ("nn", "fila let seg ikkje lese (tilgang manglar); sjå etter kven som får lese ho"),
    ],
)
def test_what_may_not_be_read_is_named_with_why(
    what: str, language: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    (tmp_path / "places.csv").write_text("id,name,kind\n")
    method, command = READING[what]

    def denied(_path: Path) -> None:
        raise DENIED

    monkeypatch.setattr(Path, method, denied)
    ran = run(capsys, command, MALVIK, *([tmp_path] if command == "judge" else []), "--language", language)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].partition(": ")[2] == said


@pytest.mark.parametrize("number", WORDS, ids=errno.errorcode.get)
def test_every_number_has_words_in_both_languages(number: int):
    from politikontakt.cli.language import speak

    said = {}
    for language in ("en", "nb", "nn"):
        speak(language)
        said[language] = system_words(number)

    assert len({said["en"], said["nb"]}) == 2
    assert all(re.fullmatch(r"[a-zæøå ]+", words) for words in said.values())


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"POLITIKONTAKT_VAR": "{file}"}, "POLITIKONTAKT_VAR is “{file}”, which can't be a folder of ours"),
        ({"POLITIKONTAKT_VAR": "{broken}"}, "Databasen kan ikke brukes (file is not a database). Sjekk POLITIKONTAKT"),
        ({"POLITIKONTAKT_DATABASE_URL": "mysql://x/y"}, "POLITIKONTAKT_DATABASE_URL can't be used. Set it to"),
        ({"POLITIKONTAKT_DEMO": "ja"}, "POLITIKONTAKT_DEMO is “ja”. Set it to yes or no."),
    ],
    ids=["a file for the folder", "no database in the file", "another database", "neither yes nor no"],
)
def test_an_installation_that_can_not_be_used_says_which_setting(settings: dict[str, str], said: str, tmp_path: Path):
    file, broken = tmp_path / "file", tmp_path / "broken"
    file.write_text("")
    broken.mkdir()
    (broken / "politikontakt.sqlite3").write_text("not a database, but long enough to be read as one " * 20)
    names = {"file": file, "broken": broken}
    given = {name: value.format(**names) for name, value in settings.items()}

    ran = shell("politikontakt verify", **{"POLITIKONTAKT_VAR": str(tmp_path / "var"), **given})

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(said.format(**names))
    assert len(ran.stderr.splitlines()) == 1
