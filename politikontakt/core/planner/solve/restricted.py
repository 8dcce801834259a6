"""A plan from the master program: the same rows over few sets, solved in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from politikontakt.core.planner.solve.generation import Generation, with_cuts
from politikontakt.core.planner.solve.instance import Instance, Option
from politikontakt.core.planner.solve.lp import NO_COLUMNS, Columns, Ints, Program
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.prices import set_columns
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

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
    stop: Stop


def whole(generation: Generation, candidates: Chosen, bounds: Bounds, effort: Effort) -> tuple[Chosen | None, float]:
    """The best choice among the candidates, if one was found, and a bound for all choices among them.

    The bound says nothing where a plan of some kind is asked for.
    """
    rows = generation.rows
    program = Program()
    for least, most in zip(generation.program.lower, generation.program.upper, strict=True):
        program.row(least, most)
    lower, upper = rows.lower.copy(), rows.upper.copy()
    for column, (low, high) in [*rows.asked.items(), *bounds.items()]:
        lower[column], upper[column] = low, high
    program.add(rows.fixed, lower, upper)
    program.add(_columns(generation, candidates), np.zeros(len(candidates)), np.ones(len(candidates)))
    first = len(rows.fixed)
    sets = np.arange(first, first + len(candidates))
    program.whole(np.concatenate((np.array(rows.whole, np.int64), sets)))
    program.stop_when(effort.stop, steps=effort.steps)
    program.limit(mip_rel_gap=0.0, mip_abs_gap=1e-3, presolve="off")  # probing costs ten times the search itself
    program.limit(mip_heuristic_run_root_reduced_cost=False)  # a search within the search: long, and deaf to a stop
    program.solve()
    bound = -np.inf if any(low > rows.lower[column] for column, (low, _) in rows.asked.items()) else program.best_bound
    if not program.found:
        return None, bound
    return candidates.only(np.nonzero(program.values[first:] > 0.5)[0]), bound


def _columns(generation: Generation, candidates: Chosen) -> Columns:
    """The candidates' columns, cuts included. Candidates are in order of their contacts."""
    found = NO_COLUMNS
    for contact in range(len(generation.rows.instance.contacts)):
        mine = candidates.set[candidates.contact == contact]
        found = found.and_then(with_cuts(set_columns(generation.rows, contact, mine), contact, mine, generation.cuts))
    return found


def state_of(instance: Instance, pool: Pool, chosen: Chosen, like: State) -> State:
    """The plan that some sets make. An item whose people don't come together is left out."""
    teams: dict[int, list[int]] = {}
    for contact, pairs in zip(chosen.contact.tolist(), pool.sets.pairs[chosen.set].tolist(), strict=True):
        for pair in pairs:
            if pair != pool.nothing:
                teams.setdefault(pair, []).append(contact)
    state = State(instance, like.outside)
    for pair, team in sorted(teams.items()):
        item = int(pool.item[pair])
        option = _option(pool, pair, tuple(sorted(team)))
        if option is not None and state.at[item] is None and state.fits(item, option):
            state.place(item, option)
    return state


def _option(pool: Pool, pair: int, team: tuple[int, ...]) -> Option | None:
    item = int(pool.item[pair])
    return next(
        (
            each
            for each in pool.instance.options(item)
            if each.team == team and pool.number.get(pool.key(item, each)) == pair
        ),
        None,
    )
