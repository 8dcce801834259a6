"""A plan from the master program: the same rows over few sets, solved in whole numbers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.lp import Columns, Floats, Ints, Program
from politikontakt.core.planner.solve.master import set_columns

Bounds = Mapping[int, tuple[float, float]]
"""What columns that are no sets may be, where that is otherwise than in the master program."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sets of the pool, each with the contact who may do it."""

    contact: Ints
    set: Ints

    def __len__(self) -> int:
        return len(self.set)

    def only(self, which: Ints) -> "Chosen":
        """Some of them."""
        return Chosen(self.contact[which], self.set[which])


@dataclass(frozen=True, slots=True)
class Effort:
    """How long a search in whole numbers may go on: steps of the solver, and a stop from outside."""

    steps: int
    stop: Callable[[], bool]


def whole(
    generation: Generation, candidates: Chosen, known: Chosen | None, bounds: Bounds, effort: Effort
) -> tuple[Chosen | None, float]:
    """The best choice among the candidates, if one was found, and a bound for all choices among them.

    `known` is a choice among the candidates to begin with.
    """
    rows = generation.rows
    program = Program()
    for lower, upper in zip(generation.program.lower, generation.program.upper, strict=True):
        program.row(lower, upper)
    lower, upper = rows.lower.copy(), rows.upper.copy()
    for column, (low, high) in bounds.items():
        lower[column], upper[column] = low, high
    program.add(rows.fixed, lower, upper)
    program.add(_columns(generation, candidates), np.zeros(len(candidates)), np.ones(len(candidates)))
    first = len(rows.fixed)
    sets = np.arange(first, first + len(candidates))
    program.whole(np.concatenate((np.array(rows.whole, np.int64), sets)))
    if known is not None:
        program.start_from(sets, _marks(candidates, known))
    program.stop_when(effort.stop, steps=effort.steps)
    program.limit(mip_rel_gap=0.0, mip_abs_gap=1e-3, presolve="off")  # probing costs ten times the search itself
    program.solve()
    import os

    if os.environ.get("LOGW"):
        print(
            "whole",
            len(candidates),
            program._highs.getModelStatus(),
            program.steps,
            program.objective,
            program.best_bound,
            generation.value,
        )
    if not program.found:
        return None, program.best_bound
    return candidates.only(np.nonzero(program.values[first:] > 0.5)[0]), program.best_bound


def _marks(candidates: Chosen, known: Chosen) -> Floats:
    inside = set(zip(known.contact.tolist(), known.set.tolist(), strict=True))
    both = zip(candidates.contact.tolist(), candidates.set.tolist(), strict=True)
    return np.array([1.0 if each in inside else 0.0 for each in both])


def _columns(generation: Generation, candidates: Chosen) -> Columns:
    """The candidates' columns, cuts included. Candidates are in order of their contacts."""
    from politikontakt.core.planner.solve.generation import with_cuts
    from politikontakt.core.planner.solve.lp import NO_COLUMNS

    found = NO_COLUMNS
    for contact in range(len(generation.rows.instance.contacts)):
        mine = candidates.set[candidates.contact == contact]
        found = found.and_then(with_cuts(set_columns(generation.rows, contact, mine), contact, mine, generation.cuts))
    return found
