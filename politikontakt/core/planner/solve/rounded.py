"""A plan near the answer of a linear program: what it does most goes first, the rest where it adds least."""

from collections import defaultdict

from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.greedy import greedy
from politikontakt.core.planner.solve.improve import settle
from politikontakt.core.planner.solve.instance import Option
from politikontakt.core.planner.solve.repair import repair
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

Way = tuple[int, int]
"""An item, and a slot to lay it in."""


def rounded(generation: Generation, like: State, stop: Stop) -> State:
    """The plan; every rule is kept, whatever the program halves."""
    found = State(like.instance, like.outside)
    for item, option in _ways(generation):
        if found.at[item] is None and found.fits(item, option):
            found.place(item, option)
    greedy(found)
    repair(found, stop)
    settle(found, stop)
    return found


def _ways(generation: Generation) -> list[tuple[int, Option]]:
    """Ways of laying items, those first that the program's answer holds most of."""
    share = _shares(generation)
    ways = []
    for (item, slot), contacts in sorted(share.items()):
        for option in generation.pool.instance.options(item):
            if option.slot == slot and all(each in contacts for each in option.team):
                ways.append((-round(min(contacts[each] for each in option.team), 6), item, option))
    return [(item, option) for _, item, option in sorted(ways)]


def _shares(generation: Generation) -> dict[Way, dict[int, float]]:
    """Of each item and slot: how much of it each contact does."""
    pool = generation.pool
    share: dict[Way, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    values = generation.program.values[len(generation.rows.fixed) :]
    some = (values > 1e-6).nonzero()[0]
    for contact, chosen, value in zip(
        generation.contact[some].tolist(), generation.set[some].tolist(), values[some].tolist(), strict=True
    ):
        for pair in pool.sets.pairs[chosen].tolist():
            if pair != pool.nothing:
                share[int(pool.item[pair]), int(pool.slot[pair])][contact] += value
    return share
