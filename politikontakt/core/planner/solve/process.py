"""Solving in a process of its own, with limits: start it, ask how far it is, cancel it, take the answer.

    solving = Solving.start(problem, seconds=60)
    solving.far()            # Far(placed, points, bound), None before the first plan
    solving.cancel()         # the best plan so far comes as the answer, `stopped`
    solving.answer()         # Solution; None while it runs

A web request must not wait for a solver, nor share its memory with one; and a solver that goes astray is
ended from outside.
"""

import signal
import subprocess
import sys
import threading
from fractions import Fraction

from politikontakt.core.planner.model import Problem, Solution
from politikontakt.core.planner.solve.messages import Failed, Far, Question, read, write

GRACE = 10.0
"""Seconds after its time, or after a cancel, in which it still may hand in what it has."""


class SolverFailed(Exception):
    """No answer will come. `code`: `memory`, `crash`, `time`, or `cancelled` before there was any plan."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(f"{code}: {why}")
        self.code = code


class Solving:
    """A search that runs beside us."""

    def __init__(self, child: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._child = child
        self._far: Far | None = None
        self._last: Solution | Failed | None = None
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self._guard = self._end_after(seconds + GRACE)

    @classmethod
    def start(cls, problem: Problem, *, seconds: float, seed: int = 0, memory: int = 2048) -> "Solving":
        """Begin. `seconds` may only end the search early; `memory` is in MiB."""
        command = [sys.executable, "-m", "politikontakt.core.planner.solve.worker"]
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 (our own)
        solving = cls(child, seconds)
        assert child.stdin is not None
        write(child.stdin, Question(problem, seed, seconds, memory))
        child.stdin.close()
        return solving

    def _listen(self) -> None:
        assert self._child.stdout is not None
        try:
            while True:
                message = read(self._child.stdout)
                if isinstance(message, Far):
                    self._far = message
                elif isinstance(message, Solution | Failed):
                    self._last = message
        except EOFError:
            self._child.wait()

    def _end_after(self, seconds: float) -> threading.Timer:
        guard = threading.Timer(seconds, self._child.kill)
        guard.daemon = True
        guard.start()
        return guard

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._reader.is_alive()

    def far(self) -> Far | None:
        """How far it is; None before the first plan."""
        return self._far

    def gap(self) -> Fraction | None:
        """(points − bound) ÷ points of the best plan so far; 0 when there are no points."""
        if self._far is None:
            return None
        return (self._far.points - self._far.bound) / self._far.points if self._far.points else Fraction(0)

    def cancel(self) -> None:
        """End the search; the best plan so far is the answer. What does not end by itself is ended."""
        if self.running:
            self._child.terminate()
            self._end_after(GRACE)

    def answer(self, wait: float | None = 0) -> Solution | None:
        """The answer, or None while it runs; `wait` so many seconds for it, None until it is there.

        Raises `SolverFailed` where no answer will come.
        """
        self._reader.join(wait)
        if self.running:
            return None
        self._guard.cancel()
        if isinstance(self._last, Solution):
            return self._last
        if isinstance(self._last, Failed):
            raise SolverFailed(self._last.code, self._last.why)
        ended = {-signal.SIGKILL: "time", -signal.SIGTERM: "cancelled"}
        raise SolverFailed(ended.get(self._child.returncode, "crash"), f"exit {self._child.returncode}")
