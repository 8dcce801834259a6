"""Proving that no less can be short, and then no less unplaced; finding it where there is less."""

import numpy as np

from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.improve import settle
from politikontakt.core.planner.solve.lp import Floats, Ints
from politikontakt.core.planner.solve.master import Aim, Level, Rows
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.prices import Prices
from politikontakt.core.planner.solve.repair import repair
from politikontakt.core.planner.solve.restricted import Chosen, Effort, state_of, whole
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

ROUNDS = 40
STEPS = 400
MOST_SETS = 12_000


def least_possible(state: State) -> tuple[int, int]:
    """What is short and unplaced when just the items that fit nowhere, even alone, are missing."""
    empty = State(state.instance, state.outside)
    for item in range(len(empty.at)):
        if any(empty.fits(item, option) for option in state.instance.options(item)):
            empty.count_as_placed(item)
    return empty.short, empty.unplaced


def settle_layers(best: State, pool: Pool, stop: Stop) -> tuple[State, bool]:
    """The plan with less short or unplaced, if one is found, and whether no other can have less."""
    least = least_possible(best)
    if (best.short, best.unplaced) == least:
        return best, True
    best, short_proven = _layer(best, pool, Aim.SHORT, least[0], stop)
    if not short_proven:
        return best, False
    return _layer(best, pool, Aim.UNPLACED, least[1] if best.short == least[0] else 0, stop)


def settle_moves(best: State, pool: Pool, stop: Stop) -> tuple[State, bool]:
    """The plan of a replan in which moves count least, if one is found, and whether no other can have less.

    As little is unplaced as before.
    """
    items = best.instance.items
    hit = sum(item.old.moves for item in items if item.old is not None and item.old.hit)
    everything = (best.short, best.unplaced) == least_possible(best)
    return _layer(best, pool, Aim.MOVES, hit if everything and _all_hit_placed(best) else 0, stop)


def _all_hit_placed(state: State) -> bool:
    items = state.instance.items
    return all(
        state.at[number] is not None for number, item in enumerate(items) if item.old is not None and item.old.hit
    )


def _layer(best: State, pool: Pool, aim: Aim, least: int, stop: Stop) -> tuple[State, bool]:
    if _count(best, aim) <= least:
        return best, True
    generation = Generation(Rows(pool, level_of(best), aim=aim, penalty=1000.0))
    generation.start()
    generation.add_plan(best)
    bound = float(least)
    for _ in range(4):
        generation.converge(ROUNDS, stop)
        bound = max(bound, _whole_count(best, aim, generation.bound))
        if stop() or _count(best, aim) <= bound or not generation.cut(60):
            break
    if _count(best, aim) > bound and not stop():
        best, found = _better(best, generation, aim, stop)
        bound = max(bound, found)
    return best, _count(best, aim) <= bound


def _count(state: State, aim: Aim) -> int:
    return {Aim.SHORT: state.short, Aim.UNPLACED: state.unplaced}.get(aim, state.moves)


def level_of(state: State) -> Level:
    """The level at which a plan's points are compared with others'."""
    return Level(state.short, state.unplaced / state.instance.wish_scale, state.moves)


def _scale(state: State, aim: Aim) -> int:
    return state.instance.wish_scale if aim is Aim.UNPLACED else 1


def _whole_count(state: State, aim: Aim, bound: float) -> float:
    """A bound of the program as the layer counts: up to the next whole number, nothing where nothing is known."""
    return max(0.0, float(np.ceil(bound * _scale(state, aim) - 1e-6)))


def _better(best: State, generation: Generation, aim: Aim, stop: Stop) -> tuple[State, float]:
    """Look for a plan with less of the layer among the sets that cost least in it; and what no plan has less than."""
    gap = _count(best, aim) / _scale(best, aim) - generation.value
    everything = generation.lay_out_within(gap)
    prices = Prices(generation.rows, generation.duals)
    reduced = [generation.reduced(prices, contact) for contact in range(len(best.instance.contacts))]
    found_sets = [_cheapest(each) for each in reduced]
    everything &= all((each <= gap + 1e-6).sum() <= len(some) for each, some in zip(reduced, found_sets, strict=True))
    contact = np.concatenate([np.full(len(each), number) for number, each in enumerate(found_sets)])
    candidates = Chosen(contact, np.concatenate(found_sets))
    held = dict.fromkeys(generation.rows.left_out, (0.0, 0.0))
    chosen, bound = whole(generation, candidates, held, Effort(STEPS, stop))
    least = min(_whole_count(best, aim, bound), _count(best, aim)) if everything else 0.0
    return (best if chosen is None else _taken(best, generation, chosen, stop)), least


def _taken(best: State, generation: Generation, chosen: Chosen, stop: Stop) -> State:
    """The plan that was chosen, or the best one where that is better."""
    found = state_of(best.instance, generation.pool, chosen, best)
    repair(found, stop)
    settle(found, stop)
    return found if found.quality < best.quality else best


def _cheapest(reduced: Floats) -> Ints:
    order = np.argsort(reduced, kind="stable")[:MOST_SETS]
    return np.sort(order[np.isfinite(reduced[order])])
