"""The command, as `make simulate` calls it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE
from time import sleep

import pytest

pytestmark = pytest.mark.xdist_group("simulator")

BEGUN = 5
"""Seconds: less than it takes before it tells how far it is."""
ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.simulator", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_it_ends_with_the_sum_and_is_content_when_nothing_was_wrong() -> None:
    ended = run("--runs", "12", "--seed", "5")

    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "12 runs, 0 lost, 0 doubled\n", "")


def test_a_planted_fault_is_told_by_its_seed_and_the_steps_that_show_it() -> None:
    ended = run("--runs", "60", "--break", "answer", "--processes", "1")

    first, *_, last = ended.stdout.splitlines()
    assert ended.returncode == 1
    assert first.startswith("seed ")
    assert "  1. phone" in ended.stdout
    assert last.startswith("60 runs, ")
    assert not last.startswith("60 runs, 0 lost")


def test_it_says_how_often_what_happened_when_it_is_asked() -> None:
    ended = run("--runs", "12", "--counts", "--processes", "1")

    *counts, gap, last = ended.stdout.splitlines()
    assert (gap, last) == ("", "12 runs, 0 lost, 0 doubled")
    named = [line.split(maxsplit=1)[1] for line in counts]
    assert "the clocks go forward" not in named
    assert named.count("log") == 1


def test_interrupted_it_ends_with_the_sum_so_far() -> None:
    command = [sys.executable, "-m", "tests.simulator", "--runs", "1000000"]
    playing = subprocess.Popen(command, cwd=ROOT, stdout=PIPE, stderr=PIPE, text=True, start_new_session=True)
    sleep(BEGUN)

    os.killpg(playing.pid, signal.SIGINT)

    told, trouble = playing.communicate(timeout=300)
    *_, before, last = told.splitlines()
    assert (playing.returncode, trouble) == (130, "")
    assert re.fullmatch(r"interrupted before [\d,]+ of the runs", before)
    assert re.fullmatch(r"\d+ runs, 0 lost, 0 doubled", last)


@pytest.mark.parametrize("arguments", [("--runs", "0"), ("--break", "nothing"), ("--runs", "many")])
def test_arguments_that_make_no_sense_are_refused(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2
