"""Better plans by taking a little apart and laying it again, the better of the two kept.

What is taken apart lies close together in time, or belongs to one line. Choices come from a seed and the
number of rounds is given, so that the same plan comes out whatever the machine.
"""

from collections.abc import Sequence
from random import Random

from politikontakt.core.planner.solve.greedy import cheapest
from politikontakt.core.planner.solve.instance import Option
from politikontakt.core.planner.solve.repair import restore
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop


def settle(state: State, stop: Stop, passes: int = 4) -> None:
    """Lay each item anew where it now adds least, until nothing moves."""
    for _ in range(passes):
        before = state.points
        for item in range(len(state.at)):
            if state.at[item] is not None:
                relay(state, item)
        if state.points == before or stop():
            return


def relay(state: State, item: int) -> None:
    """Lay one item where it adds least."""
    old = state.take(item)
    state.place(item, cheapest(state, item, state.instance.options(item)) or old)


def shake(state: State, *, rounds: int, seed: int, stop: Stop) -> None:
    """Take a few items apart and lay them again, so many times; a round that makes nothing better is undone."""
    if not state.at:
        return
    random = Random(seed)  # noqa: S311 (nothing to keep secret)
    lines = _by_line(state)
    for _ in range(rounds):
        if stop():
            return
        items = _one_line(random, lines) if random.random() < 0.1 else _close_by(state, random)
        _again(state, random, items)


def _again(state: State, random: Random, items: Sequence[int]) -> None:
    before = state.quality
    lost = [item for item in items if state.at[item] is None]
    taken = [(item, state.take(item)) for item in items if state.at[item] is not None]
    order = [item for item, _ in taken] + lost
    random.shuffle(order)
    for item in order:
        option = cheapest(state, item, _some(random, state.instance.options(item)))
        if option is not None:
            state.place(item, option)
    if state.quality > before:
        restore(state, lost, taken)


def _some(random: Random, options: Sequence[Option]) -> Sequence[Option]:
    """Now and then only half of the ways, so that others than the nearest are found."""
    return options if random.random() < 0.7 else [option for option in options if random.random() < 0.5]


def _close_by(state: State, random: Random) -> list[int]:
    """Up to a dozen items that lie, or could lie, within a few days of one another."""
    instance = state.instance
    centre = random.randrange(len(state.at))
    middle = _day(state, centre)
    if middle is None:
        return [centre]
    near = [item for item in range(len(state.at)) if (day := _day(state, item)) is not None and abs(day - middle) <= 4]
    return sorted(random.sample(near, min(len(near), 12))) if instance.items else []


def _day(state: State, item: int) -> int | None:
    option = state.at[item]
    if option is not None:
        return option.slot >> 2
    options = state.instance.options(item)
    return options[len(options) // 2].slot >> 2 if options else None


def _by_line(state: State) -> list[list[int]]:
    lines: list[list[int]] = [[] for _ in state.instance.line_need]
    for item, line in enumerate(state.instance.line):
        lines[line].append(item)
    return lines


def _one_line(random: Random, lines: Sequence[list[int]]) -> list[int]:
    return random.choice(lines)
