"""The server: granian in front, and the sender of messages beside it."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.conf import settings
from django.core.checks import run_checks
from django.core.handlers.wsgi import WSGIHandler
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
    if reason := cannot_listen(address, port):
        print(
            f"Can't listen on {address}, port {port}: {reason}. Choose another port, or end what runs there.",
            file=sys.stderr,
        )
        return 2
    if settings.HASHED_STATIC:
        collect_if_changed()
    with sender():
        Granian(
            "politikontakt.config.serving:worker",
            factory=True,
            address=address,
            port=port,
            interface=Interfaces.WSGI,
            workers=env.whole_number("WORKERS", WORKERS),
            blocking_threads=THREADS,
            respawn_failed_workers=True,
            log_level=LogLevels.warning,
        ).serve()
    return 0


def worker() -> WSGIHandler:
    """The application of one worker, which leaves Ctrl-C to the server.

    A terminal sends Ctrl-C to every process at once, and then the server ends its workers by a signal
    of its own; a worker that is told twice never ends.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    from politikontakt.config.wsgi import application

    return application


def cannot_listen(address: str, port: int) -> str:
    """Why nobody can listen there, in the system's words; empty when one can.

    Asked before the server starts: its own socket would share a taken port with the one who has it.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address, port))
        except (OSError, OverflowError) as reason:
            return getattr(reason, "strerror", None) or str(reason)
    return ""


def well_set_up() -> bool:
    """Run the start-up checks; for a real installation also those of its safety. What is wrong goes to stderr."""
    found = run_checks(databases=["default"], include_deployment_checks=not settings.TRYING)
    for message in found:
        if not message.is_silenced():
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
