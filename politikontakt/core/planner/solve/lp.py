"""Linear and integer programs by HiGHS: rows, columns, an answer. The only file that knows the solver's name.

One thread and a fixed seed: the same program gives the same answer. Programs are minimised.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

import highspy
import numpy as np
import numpy.typing as npt

from politikontakt.core.planner.stopping import Stop

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
INFINITY: float = highspy.kHighsInf


@dataclass(frozen=True, slots=True)
class Columns:
    """Several columns, one after the other: `rows[starts[n]:starts[n + 1]]` are those of column n."""

    costs: Floats
    starts: Ints
    rows: Ints
    values: Floats

    def __len__(self) -> int:
        return len(self.costs)

    def chosen(self, which: Ints) -> "Columns":
        """Those columns alone, in the order given."""
        lengths = self.starts[which + 1] - self.starts[which]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        index = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths) + np.repeat(self.starts[which], lengths)
        return Columns(self.costs[which], starts, self.rows[index], self.values[index])

    def and_then(self, more: "Columns") -> "Columns":
        """These columns, then `more`."""
        return Columns(
            np.concatenate((self.costs, more.costs)),
            np.concatenate((self.starts, more.starts[1:] + self.starts[-1])),
            np.concatenate((self.rows, more.rows)),
            np.concatenate((self.values, more.values)),
        )


NO_COLUMNS = Columns(np.zeros(0), np.zeros(1, np.int64), np.zeros(0, np.int64), np.zeros(0))


@contextmanager
def _silence() -> Iterator[None]:
    """Let nothing that a library prints by itself through to standard output."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class Way(Enum):
    """How a linear program is solved."""

    SIMPLEX = "simplex"
    """From the last answer on; to a corner."""
    INSIDE = "inside"
    """By interior points, to about four digits: quick for a large program, good enough for prices."""
    TO_A_CORNER = "to a corner"
    """By interior points, then on to a corner, from which the simplex method can go on."""


class Program:
    """A program that grows. Columns and rows keep the numbers they are given when added."""

    def __init__(self) -> None:
        self.lower: list[float] = []
        self.upper: list[float] = []
        with _silence():  # it prints its name before it can be told not to
            self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 0), ("parallel", "off")):
            self._highs.setOptionValue(option, value)
        self._loaded = 0
        self._way = Way.SIMPLEX

    def row(self, lower: float, upper: float) -> int:
        """Add an empty row; its number."""
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.lower) - 1

    def _load_rows(self) -> None:
        new = slice(self._loaded, len(self.lower))
        count = len(self.lower) - self._loaded
        if count:
            empty = np.zeros(0, np.int32)
            lower, upper = np.array(self.lower[new]), np.array(self.upper[new])
            self._highs.addRows(count, lower, upper, 0, np.zeros(count, np.int32), empty, np.zeros(0))
        self._loaded = len(self.lower)

    def add(self, columns: Columns, lower: Floats | None = None, upper: Floats | None = None) -> None:
        """Add columns; they may be 0 or more where no bounds are given."""
        self._load_rows()
        count = len(columns)
        self._highs.addCols(
            count,
            columns.costs,
            np.zeros(count) if lower is None else lower,
            np.full(count, INFINITY) if upper is None else upper,
            len(columns.rows),
            columns.starts[:-1].astype(np.int32),
            columns.rows.astype(np.int32),
            columns.values,
        )

    def cut(self, upper: float, columns: Ints) -> int:
        """Add a row that says the sum of these columns is at most `upper`; its number."""
        self._load_rows()
        number = self.row(-INFINITY, upper)
        self._loaded += 1
        self._highs.addRow(-INFINITY, upper, len(columns), columns.astype(np.int32), np.ones(len(columns)))
        return number

    def bound(self, column: int, lower: float, upper: float) -> None:
        """Change what a column may be."""
        self._highs.changeColBounds(column, lower, upper)

    def whole(self, columns: Ints) -> None:
        """These columns may take whole numbers only."""
        kinds = np.full(len(columns), highspy.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(len(columns), columns.astype(np.int32), kinds)

    def limit(self, **options: float | str) -> None:
        """Set the solver's own limits, such as `mip_max_nodes`."""
        for name, value in options.items():
            if self._highs.setOptionValue(name, value) != highspy.HighsStatus.kOk:
                raise ValueError(f"the solver knows no {name}")

    def stop_when(self, stop: Stop, *, steps: int | None = None) -> None:
        """End a run early once `stop` says so; it is asked between steps of the solver.

        With `steps`, a search for whole numbers also ends after so many of them; they do not depend on time.
        """
        self.steps = 0

        def ask(event: "highspy.highs.HighsCallbackEvent") -> None:
            if stop():
                event.interrupt()

        def count(event: "highspy.highs.HighsCallbackEvent") -> None:
            self.steps += 1
            if stop() or (steps is not None and self.steps >= steps):
                event.interrupt()

        self._highs.cbSimplexInterrupt.subscribe(ask)
        self._highs.cbIpmInterrupt.subscribe(ask)
        self._highs.cbMipInterrupt.subscribe(count)

    def solve(self, way: Way = Way.SIMPLEX) -> bool:
        """Run; whether the answer is optimal, which from the inside it is never quite."""
        self._load_rows()
        if way is not self._way:
            self._way = way
            self.limit(
                solver="choose" if way is Way.SIMPLEX else "ipm",
                run_crossover="off" if way is Way.INSIDE else "on",
                ipm_optimality_tolerance=1e-4 if way is Way.INSIDE else 1e-8,
            )
        self._highs.run()
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    @property
    def infeasible(self) -> bool:
        """Whether the last run showed that nothing satisfies the rows."""
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kInfeasible)

    @property
    def found(self) -> bool:
        """Whether the last run has an answer at all, optimal or not."""
        return bool(self._highs.getInfo().primal_solution_status == highspy.kSolutionStatusFeasible)

    @property
    def objective(self) -> float:
        """What the answer costs."""
        return float(self._highs.getInfo().objective_function_value)

    @property
    def best_bound(self) -> float:
        """For whole numbers: no answer costs less."""
        return float(self._highs.getInfo().mip_dual_bound)

    @property
    def values(self) -> Floats:
        """The answer, one value for each column."""
        return np.array(self._highs.getSolution().col_value)

    @property
    def duals(self) -> Floats:
        """What one more of each row's right side is worth."""
        return np.array(self._highs.getSolution().row_dual)


def columns(costs: Sequence[float], entries: Sequence[Mapping[int, float]]) -> Columns:
    """Columns from what each has in which row."""
    lengths = [len(each) for each in entries]
    return Columns(
        np.array(costs, float),
        np.concatenate(([0], np.cumsum(np.array(lengths, np.int64)))).astype(np.int64),
        np.array([row for each in entries for row in sorted(each)], np.int64),
        np.array([each[row] for each in entries for row in sorted(each)], float),
    )
