"""The real thing to drive: the demo's database, and `politikontakt serve` on a free port."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = Path(sys.executable).with_name("politikontakt")
STARTS_WITHIN = 40
"""Seconds; two cores may be busy with other tests."""


def build(folder: Path) -> Path:
    """A demo as `make run` builds it, with the static files laid out, in `folder`."""
    subprocess.run([COMMAND, "demo"], env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return folder


@contextmanager
def served(built: Path, folder: Path) -> Iterator[str]:
    """A server of its own on a copy of a built demo; gives its address and stops it afterwards."""
    shutil.copytree(built, folder, dirs_exist_ok=True)
    port = free_port()
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [COMMAND, "serve", "--port", str(port)], env=environment(folder), stdout=log, stderr=subprocess.STDOUT
    )
    try:
        yield answering(f"http://localhost:{port}", server, folder / "server.log")
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def environment(folder: Path) -> dict[str, str]:
    """A demo installation that keeps everything in `folder`."""
    ours = {"POLITIKONTAKT_VAR": str(folder), "POLITIKONTAKT_DEMO": "yes", "POLITIKONTAKT_WORKERS": "1"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("POLITIKONTAKT_", "DJANGO_"))}
    return {**kept, **ours}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def answering(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the server answers; fail with what it printed when it does not."""
    for _ in range(STARTS_WITHIN * 5):
        if server.poll() is None and _answers(address):
            return address
        if server.poll() is not None:
            break
        time.sleep(0.2)
    raise AssertionError(f"The server did not start:\n{log.read_text()}")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/tilgjengelighet/", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
