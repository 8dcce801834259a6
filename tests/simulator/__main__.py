"""`python -m tests.simulator --runs 20000 --seed 1`: the last line is `N runs, N lost, N doubled`.

Exit 1 unless both are 0 and nothing else was wrong.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import ExitStack, suppress
from pathlib import Path
from signal import SIG_IGN, SIGINT, signal
from time import monotonic
from typing import Any

import django

from tests.simulator.counted import Tally
from tests.simulator.database import made_like, outside_tests

AT_ONCE = 50
TELL_EACH = 30
"""Seconds."""
INTERRUPTED = 130
FAULTS = ("key", "content", "answer", "database", "audit", "chain", "pack", "draft", "phone")
Job = tuple[range, str | None]
"""The seeds of some runs, and a fault to plant."""
_open = ExitStack()
_towns: list[Any] = []


def main() -> int:
    """Play the runs on all processors, print the first that went wrong, and the sum: also when it is interrupted."""
    chosen = _arguments()
    progress = Progress(chosen.runs)
    with suppress(KeyboardInterrupt):
        _play_all(chosen, progress)
    return _told(chosen, progress.counted)


def _play_all(chosen: argparse.Namespace, progress: "Progress") -> None:
    jobs = list(_jobs(chosen))
    processes = min(chosen.processes, len(jobs))
    with outside_tests() as folder, ProcessPoolExecutor(processes, initializer=_begin, initargs=(folder,)) as pool:
        under_way = _begun(pool, jobs)
        try:
            for done in as_completed(under_way):
                under_way.remove(done)
                progress.add(done.result())
        finally:
            pool.shutdown(cancel_futures=True)
            for done in under_way:
                progress.add(Tally() if done.cancelled() else done.result())


def _begun(pool: ProcessPoolExecutor, jobs: list[Job]) -> set[Future[Tally]]:
    """All jobs, given to processes that leave an interrupt to this one."""
    before = signal(SIGINT, SIG_IGN)
    under_way = {pool.submit(_play, job) for job in jobs}
    signal(SIGINT, before)
    return under_way


def _told(chosen: argparse.Namespace, counted: Tally) -> int:
    """Print what came of it; gives 0 where nothing was wrong and everything was played."""
    if chosen.counts:
        print(*(f"{times:>9,}  {what}" for what, times in sorted(counted.happened.items())), sep="\n", end="\n\n")
    if counted.first:
        print(counted.first, end="\n\n")
    if counted.wrong:
        print(f"something was wrong in {counted.wrong} runs")
    if counted.runs < chosen.runs:
        print(f"interrupted before {chosen.runs - counted.runs:,} of the runs")
    print(counted)
    return 1 if counted.wrong else INTERRUPTED if counted.runs < chosen.runs else 0


class Progress:
    """Says now and then on stderr how far it is, when it takes long."""

    def __init__(self, runs: int) -> None:
        self.counted = Tally()
        self._runs, self._began = runs, monotonic()
        self._next = self._began + TELL_EACH

    def add(self, tally: Tally) -> None:
        """Count some more runs."""
        self.counted += tally
        if (now := monotonic()) < self._next:
            return
        self._next = now + TELL_EACH
        rate = self.counted.runs / (now - self._began)
        left = (self._runs - self.counted.runs) / rate / 60
        print(f"{self.counted}; {rate:.0f} a second, {left:.0f} minutes left", file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulator", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=_from_one, default=20_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first run; the next has the next")
    parser.add_argument("--break", dest="breaking", choices=FAULTS, help="a fault to plant, which must be found")
    parser.add_argument("--counts", action="store_true", help="also say how often what happened")
    parser.add_argument("--processes", type=_from_one, default=os.cpu_count() or 1)
    return parser.parse_args()


def _from_one(said: str) -> int:
    if int(said) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(said)


def _jobs(chosen: argparse.Namespace) -> Iterator[Job]:
    after = chosen.seed + chosen.runs
    for first in range(chosen.seed, after, AT_ONCE):
        yield range(first, min(first + AT_ONCE, after)), chosen.breaking


def _begin(folder: Path) -> None:
    """Each process has a database of its own."""
    django.setup()
    from tests.simulator.town import build

    database = made_like(folder)
    _open.enter_context(database.opened())
    _towns.append(build(database))


def _play(job: Job) -> Tally:
    from tests.simulator.tallying import tally

    seeds, breaking = job
    return tally(_towns[0], seeds, breaking=breaking)


if __name__ == "__main__":
    sys.exit(main())
