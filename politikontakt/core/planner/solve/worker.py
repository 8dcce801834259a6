"""The solver's own process: reads a question from standard input, writes how far it is and then the answer.

Started by `process.py` with `python -m`; never by hand.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable
from time import monotonic
from typing import BinaryIO

from politikontakt.core.planner.solve.messages import Failed, Far, Question, read, write
from politikontakt.core.planner.solve.run import Progress, plan

BETWEEN = 0.5
"""Seconds between two messages of progress."""


class Telling:
    """Passes progress on, now and then."""

    def __init__(self, to: BinaryIO) -> None:
        self._to = to
        self._last = -BETWEEN

    def __call__(self, progress: Callable[[], Progress]) -> None:
        if monotonic() - self._last >= BETWEEN:
            found = progress()
            write(self._to, Far(len(found.plan), found.points, found.bound))
            self._last = monotonic()


def main() -> None:
    """Answer one question. SIGTERM ends the search, not the answer."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the messages
    cancelled: list[bool] = []
    signal.signal(signal.SIGTERM, lambda *_: cancelled.append(True))
    question = read(sys.stdin.buffer)
    assert isinstance(question, Question)
    size = question.memory * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    end = monotonic() + question.seconds
    try:
        answer: object = plan(
            question.problem,
            seed=question.seed,
            stop=lambda: bool(cancelled) or monotonic() > end,
            tell=Telling(answers),
        )
    except MemoryError as error:
        answer = Failed("memory", str(error))
    except Exception as error:
        answer = Failed("crash", repr(error))
    write(answers, answer)


if __name__ == "__main__":
    main()
