"""The server: granian in front, and the sender of messages beside it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from politikontakt.config import env
from politikontakt.config.static_files import collect_if_changed

WORKERS = 2
THREADS = 4
"""Requests that one worker answers at a time; slow clients wait in granian, not in a thread."""


def serve(*, address: str, port: int) -> int:
    """Serve until stopped. Gives the exit status: 2 where something is not as it must be."""
    if not well_set_up():
        return 2
    if settings.HASHED_STATIC:
        collect_if_changed()
    with _sender():
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
    """Run the start-up checks; for a real installation also those of its safety. Faults go to stderr."""
    try:
        call_command("check", databases=["default"], deploy=not settings.TRYING, verbosity=0)
    except SystemCheckError as error:
        print(error, file=sys.stderr)
        return False
    return True


@contextmanager
def _sender() -> Iterator[None]:
    sender = subprocess.Popen([sys.executable, "-m", "politikontakt.cli", "deliver", "--forever"])
    try:
        yield
    finally:
        sender.terminate()
        sender.wait(timeout=10)
