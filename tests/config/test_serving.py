"""The server as it is started: it answers, keeps a sender of messages running, and stops with everything it began."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds: other tests may keep the machine busy."""


@pytest.fixture
def port():
    """A port nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_the_server_answers_and_stops_cleanly(tmp_path, port):
    process = started(port, tmp_path, POLITIKONTAKT_DEMO="yes", POLITIKONTAKT_WORKERS="1")
    try:
        answer = patiently(f"http://127.0.0.1:{port}/inn/", process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)

    assert answer.status == 200
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert process.returncode == 0


@pytest.mark.skipif(
    not Path("/proc/self/environ").exists() and os.environ.get("CI") != "true",
    reason="only Linux tells what a process was started with",
)
def test_the_server_and_its_workers_begin_with_few_heaps(tmp_path, port):
    process = started(port, tmp_path, POLITIKONTAKT_DEMO="yes", POLITIKONTAKT_WORKERS="1")
    try:
        patiently(f"http://127.0.0.1:{port}/inn/", process)
        begun_with = Path(f"/proc/{process.pid}/environ").read_bytes().split(b"\0")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)

    assert b"MALLOC_ARENA_MAX=2" in begun_with


def test_a_real_installation_without_its_name_does_not_start_and_says_why(tmp_path, port):
    process = started(port, tmp_path, POLITIKONTAKT_HOSTS="")

    _, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert "POLITIKONTAKT_HOSTS is not set. Set it to the name people type, such as politikontakt.malvik.no." in said


def test_ctrl_c_in_the_terminal_stops_the_server_with_all_its_workers(tmp_path, port):
    process = started(port, tmp_path, POLITIKONTAKT_DEMO="yes", POLITIKONTAKT_WORKERS="2")
    try:
        patiently(f"http://127.0.0.1:{port}/inn/", process)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=PATIENCE)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    assert process.returncode == 0


def test_a_port_that_somebody_has_is_not_shared(tmp_path, port):
    with socket.socket() as somebody:
        somebody.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        somebody.bind(("127.0.0.1", port))
        somebody.listen()

        process = started(port, tmp_path, POLITIKONTAKT_DEMO="yes")
        _, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert said == (
        f"Can't listen on 127.0.0.1, port {port}: Address already in use. "
        "Choose another port, or end what runs there.\n"
    )


def started(port, var, **environment):
    """`politikontakt serve` in a process of its own."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("POLITIKONTAKT_")}
    return subprocess.Popen(
        [sys.executable, "-m", "politikontakt.cli", "serve", "--port", str(port)],
        env={**clean, "POLITIKONTAKT_VAR": str(var), **environment},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def patiently(address, process):
    """The answer, as soon as the server gives one."""
    for _ in range(PATIENCE * 4):
        assert process.poll() is None, process.stderr.read()
        try:
            return urllib.request.urlopen(address, timeout=5)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    raise AssertionError(f"{address} did not answer in {PATIENCE} seconds")
