"""Many who write at once on SQLite: nobody is locked out, nothing is lost, the chain stays whole."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VISITS_EACH = 15
ENOUGH = 3600
"""Seconds: nobody stops for want of time."""


def test_eight_writers_lose_nothing_and_nobody_is_locked_out(tmp_path):
    run = subprocess.run(
        [sys.executable, "-m", "tests.config.eight_writers", str(VISITS_EACH), str(ENOUGH)],
        cwd=ROOT,
        env={**os.environ, "POLITIKONTAKT_VAR": str(tmp_path), "POLITIKONTAKT_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == [str(8 * VISITS_EACH)] * 3 + ["0"]
