"""How many evenings everybody should have at least, and which part pays for it when parts share no contact.

Evenings cost a part next to nothing, up to a point: then more and more. The fewest evenings anybody has may
rise as long as one more costs all parts together less than it saves. What one more costs a part there is its
share of what the fewest are worth.
"""

from collections.abc import Sequence
from typing import NamedTuple

from politikontakt.core.planner.solve.counts import Charged
from politikontakt.core.planner.solve.generation import Generation
from politikontakt.core.planner.solve.master import Rows
from politikontakt.core.planner.solve.pool import Pool
from politikontakt.core.planner.solve.proof import level_of
from politikontakt.core.planner.solve.rows_of_items import MISSING
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

ROUNDS = 30


class Fewest(NamedTuple):
    """The fewest evenings that pay, and each part's share, which together are at most one."""

    evenings: int
    shares: tuple[float, ...]


def fewest(states: Sequence[State], most: int, stop: Stop) -> Fewest | None:
    """What pays for these parts, up to `most` evenings; None where evenings are worth nothing or time is up."""
    parts = [_Part(state, len(states)) for state in states if not stop()]
    if stop() or not parts or not parts[0].worth:
        return None
    low, high = 0, most + 1
    costs = {0: [0.0 for _ in parts]}
    while high - low > 1:
        middle = (low + high) // 2
        costs[middle] = [part.cost(middle, stop) for part in parts]
        if stop():
            return None
        low, high = (middle, high) if sum(costs[middle]) <= 1 else (low, middle)
    return Fewest(low, _between(costs[low], costs.get(high, costs[low])))


def _between(below: Sequence[float], above: Sequence[float]) -> tuple[float, ...]:
    """Shares between those that are too small together and those that are too large, so that they make one."""
    small, large = sum(below), sum(above)
    part = (1 - small) / (large - small) if large > 1 else 0.0
    return tuple(low + part * (high - low) for low, high in zip(below, above, strict=True))


class _Part:
    """The linear program of one part, asked for what one more evening for everybody costs."""

    def __init__(self, state: State, parts: int) -> None:
        instance = state.instance
        pool = Pool(State(instance))
        charged = Charged(0, 1 / parts, 0, 0)
        self.worth = instance.weight_evening / instance.scale
        """Points for an evening of difference."""
        self._rows = Rows(pool, level_of(state), penalty=MISSING, charged=charged)
        self._generation = Generation(self._rows)
        self._generation.start()
        self._generation.add_plan(state)

    def cost(self, evenings: int, stop: Stop) -> float:
        """What one more evening would cost, in shares of what it is worth, when the fewest are so many."""
        lowest = self._rows.fewest_evenings
        if lowest is None:
            return 0.0
        generation = self._generation
        generation.within({lowest: float(evenings)})
        generation.converge(ROUNDS, stop)
        fixed = self._rows.fixed
        mine = slice(int(fixed.starts[lowest]), int(fixed.starts[lowest + 1]))
        prices = generation.duals[fixed.rows[mine]] @ fixed.values[mine]
        return max(0.0, -float(prices) / self.worth)
