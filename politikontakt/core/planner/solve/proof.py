"""Proving that no less can be short, and then no less unplaced; finding it where there is less."""

from collections.abc import Callable

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

Stop = Callable[[], bool]
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


def settle_moves(best: State, pool: Pool, stop: Stop) -> State:
    """The plan of a replan in which moves count least, as far as it is found; as little unplaced as before."""
    items = best.instance.items
    hit = sum(item.old.moves for item in items if item.old is not None and item.old.hit)
    everything = (best.short, best.unplaced) == least_possible(best)
    return _layer(best, pool, Aim.MOVES, hit if everything and _all_hit_placed(best) else 0, stop)[0]


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
        scale = best.instance.wish_scale if aim is Aim.UNPLACED else 1
        if np.isfinite(generation.bound):
            bound = max(bound, float(np.ceil(generation.bound * scale - 1e-6)))
        if stop() or _count(best, aim) <= bound or not generation.cut(60):
            break
    if _count(best, aim) > bound and not stop():
        best = _better(best, generation, aim, stop)
    return best, _count(best, aim) <= bound


def _count(state: State, aim: Aim) -> int:
    return {Aim.SHORT: state.short, Aim.UNPLACED: state.unplaced}.get(aim, state.moves)


def level_of(state: State) -> Level:
    """The level at which a plan's points are compared with others'."""
    return Level(state.short, state.unplaced / state.instance.wish_scale, state.moves)


def _better(best: State, generation: Generation, aim: Aim, stop: Stop) -> State:
    """Look for a plan with less of the layer among the sets that cost least in it."""
    prices = Prices(generation.rows, generation.duals)
    found_sets = [_cheapest(generation.reduced(prices, contact)) for contact in range(len(best.instance.contacts))]
    contact = np.concatenate([np.full(len(each), number) for number, each in enumerate(found_sets)])
    candidates = Chosen(contact, np.concatenate(found_sets))
    held = dict.fromkeys(generation.rows.left_out, (0.0, 0.0))
    chosen, _ = whole(generation, candidates, held, Effort(STEPS, stop))
    if chosen is None:
        return best
    found = state_of(best.instance, generation.pool, chosen, best)
    repair(found, stop)
    settle(found, stop)
    return found if found.quality < best.quality else best


def _cheapest(reduced: Floats) -> Ints:
    order = np.argsort(reduced, kind="stable")[:MOST_SETS]
    return np.sort(order[np.isfinite(reduced[order])])
