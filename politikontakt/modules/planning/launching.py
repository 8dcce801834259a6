"""Starting a run in a process of its own, with limits, so that no page waits for the solver."""

import subprocess
import sys

from django.conf import settings
from django.db import transaction

from politikontakt.modules.planning.models import Run

MEMORY = 4 * 1024**3
"""Bytes of address space a run may use."""
PROCESSOR_SECONDS = 600
NICENESS = 10


def launch(run: Run) -> None:
    """Start the run when the transaction is over. Where PLANNING_INLINE is set, as in tests, do it on the spot."""
    if settings.PLANNING_INLINE:
        from politikontakt.modules.planning.running import carry_out  # brings the solver, 20 MB that pages do without

        carry_out(run)
        return
    command = [sys.executable, "-m", "django", "run_plan", str(run.pk), "--settings", "politikontakt.config.settings"]
    transaction.on_commit(lambda: _start(command, run.pk))


def _start(command: list[str], number: int) -> None:
    """Our own interpreter, our own command and a number: nothing of it comes from outside."""
    try:
        subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603
    except OSError:  # no memory or no process to be had: the page says so and offers to try again
        Run.objects.filter(pk=number, state=Run.WAITING).update(state=Run.FAILED)
