"""The server: granian in front, and the sender of messages beside it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.conf import settings
from django.core.checks import run_checks
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from politikontakt.config import env
from politikontakt.config.delivering import PAUSE
from politikontakt.config.static_files import collect_if_changed

SENDER = [sys.executable, "-m", "politikontakt.cli", "deliver", "--forever"]
WORKERS = 2
THREADS = 4
"""Requests that one worker answers at a time; slow clients wait in granian, not in a thread."""


def serve(*, address: str, port: int) -> int:
    """Serve until stopped. Gives the exit status: 2 where something is not as it must be."""
    if not well_set_up():
        return 2
    if settings.HASHED_STATIC:
        collect_if_changed()
    with sender():
        Granian(
            "politikontakt.config.wsgi:application",
            address=address,
            port=port,
            interface=Interfaces.WSGI,
            workers=env.whole_number("WORKERS", WORKERS),
            blocking_threads=THREADS,
            respawn_failed_workers=True,
            log_level=LogLevels.warning,
        ).serve()
    return 0


def well_set_up() -> bool:
    """Run the start-up checks; for a real installation also those of its safety. What is wrong goes to stderr."""
    found = run_checks(databases=["default"], include_deployment_checks=not settings.TRYING)
    for message in found:
        print(message, file=sys.stderr)
    return not any(message.is_serious() for message in found)


@contextmanager
def sender() -> Iterator[None]:
    """Run the sender of messages in a process of its own; one that ended by itself is started again."""
    stopping = Event()
    running: list[subprocess.Popen[bytes]] = []

    def watch() -> None:
        while not stopping.is_set():
            running[:] = [subprocess.Popen(SENDER)]  # noqa: S603 – our own command
            running[0].wait()
            stopping.wait(PAUSE)

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        stopping.set()
        for process in running:
            process.terminate()
        watcher.join(timeout=10)
