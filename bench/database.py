"""The database and the server's processes: eight writers for a minute, evidence from rows, memory."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable
from pathlib import Path

from bench.report import Figure

ROOT = Path(__file__).resolve().parent.parent
MINUTE = 60
PORT = 8119


def figures() -> Iterable[Figure]:
    """Writers, evidence, memory, each with a database of its own."""
    with tempfile.TemporaryDirectory() as var:
        yield from eight_writers(Path(var))
    with tempfile.TemporaryDirectory() as var:
        yield memory_of_a_worker(Path(var))


def eight_writers(var: Path) -> Iterable[Figure]:
    """How many writes eight writers on SQLite got through in a minute, and how many were refused or lost."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.config.eight_writers", str(10**9), str(MINUTE)],
        cwd=ROOT,
        env={**os.environ, "POLITIKONTAKT_VAR": str(var), "POLITIKONTAKT_DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [int(word) for word in run.stdout.split()] if run.returncode == 0 else []
    acknowledged, stored, sealed, broken = said or (0, 0, 0, 1)
    errors = abs(acknowledged - stored) + abs(acknowledged - sealed) + broken
    yield Figure("eight writers on SQLite for a minute: errors", errors, "", limit=0)
    yield Figure("  writes a second, each on disk", acknowledged / MINUTE, "/s")


def memory_of_a_worker(var: Path) -> Figure:
    """What one process that answers holds in memory after some pages."""
    environment = {**os.environ, "POLITIKONTAKT_VAR": str(var), "POLITIKONTAKT_DEMO": "yes"}
    command = [sys.executable, "-m", "politikontakt.cli"]
    subprocess.run([*command, "demo"], cwd=ROOT, env=environment, check=True, capture_output=True)
    server = subprocess.Popen([*command, "serve", "--port", str(PORT)], cwd=ROOT, env=environment)
    try:
        for _ in range(20):
            visit_all()
        heaviest = max(kilobytes_of_workers(server.pid))
    finally:
        server.terminate()
        server.wait(timeout=MINUTE)
    return Figure("memory of a worker after public pages", heaviest / 1000, "MB", limit=110)


def kilobytes_of_workers(server: int) -> list[int]:
    """The memory of each process that answers; the sender of messages is none of them."""
    listed = subprocess.run(
        ["ps", "--ppid", str(server), "-o", "rss=,args="], capture_output=True, text=True, check=True
    )
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if " serve " in line]


def visit_all() -> None:
    """Ask for the public pages, waiting for the server to be there."""
    for path in ("/", "/malvik/", "/malvik/avtalen/", "/fjordheim/"):
        for _ in range(MINUTE):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=MINUTE).read()
                break
            except OSError:
                time.sleep(0.5)
