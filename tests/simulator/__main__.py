"""`python -m tests.simulator --runs 20000 --seed 1`: the last line is `N runs, N lost, N doubled`.

Exit 1 unless both are 0 and nothing else was wrong.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from typing import Any

from tests.simulator.database import outside_tests

AT_ONCE = 250
FAULTS = ("key", "content", "answer", "audit", "chain", "pack", "draft", "phone")
_open = ExitStack()
_towns: list[Any] = []


def main() -> int:
    """Play the runs on all processors, print the first that went wrong, and the sum."""
    chosen = _arguments()
    jobs = list(_jobs(chosen))
    with ProcessPoolExecutor(min(chosen.processes, len(jobs)), initializer=_begin) as pool:
        tallies = list(pool.map(_play, jobs))
    counted = sum(tallies[1:], tallies[0])
    if counted.first:
        print(counted.first, end="\n\n")
    if counted.wrong:
        print(f"something was wrong in {counted.wrong} runs")
    print(counted)
    return 1 if counted.wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulator", description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=_from_one, default=20_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first run; the next has the next")
    parser.add_argument("--break", dest="breaking", choices=FAULTS, help="a fault to plant, which must be found")
    parser.add_argument("--processes", type=_from_one, default=os.cpu_count() or 1)
    return parser.parse_args()


def _from_one(said: str) -> int:
    if int(said) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(said)


def _jobs(chosen: argparse.Namespace) -> Iterator[tuple[range, str | None]]:
    after = chosen.seed + chosen.runs
    for first in range(chosen.seed, after, AT_ONCE):
        yield range(first, min(first + AT_ONCE, after)), chosen.breaking


def _begin() -> None:
    """Each process has a database of its own."""
    database = _open.enter_context(outside_tests())
    _open.enter_context(database.opened())
    from tests.simulator.town import build

    _towns.append(build(database))


def _play(job: tuple[range, str | None]) -> Any:
    from tests.simulator.tallying import tally

    seeds, breaking = job
    return tally(_towns[0], seeds, breaking=breaking)


if __name__ == "__main__":
    sys.exit(main())
