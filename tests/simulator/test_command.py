"""The command, as `make simulate` calls it."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("simulator")

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


@pytest.mark.parametrize("arguments", [("--runs", "0"), ("--break", "nothing"), ("--runs", "many")])
def test_arguments_that_make_no_sense_are_refused(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2
