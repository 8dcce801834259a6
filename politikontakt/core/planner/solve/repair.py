"""Finding room by moving others: take away what is near, lay the item first, then the others again."""

from collections.abc import Iterable

from politikontakt.core.planner.solve.greedy import cheapest
from politikontakt.core.planner.solve.instance import NO_BLOCK, Option
from politikontakt.core.planner.solve.state import State
from politikontakt.core.planner.stopping import Stop

MOST_TRIES = 40
"""Ways of laying one item that are tried."""
MOST_IN_ALL = 120
"""Ways tried for all items together, so that a plan that can't be kept is soon there, too."""


def repair(state: State, stop: Stop) -> None:
    """Lay what lies nowhere, promises first, wherever others can make room for it."""
    order = sorted(
        (item for item, option in enumerate(state.at) if option is None),
        key=lambda item: (state.instance.items[item].group.required == 0, len(state.instance.items[item].days), item),
    )
    left = MOST_IN_ALL
    for item in order:
        if left <= 0 or stop():
            return
        if state.at[item] is None:
            left -= min(MOST_TRIES, len(state.instance.options(item)))
            make_room(state, item)


def make_room(state: State, item: int) -> bool:
    """Lay the item if that can be done so that less is short or unplaced; else all stays as it was."""
    options = sorted(state.instance.options(item), key=lambda option: (option.cost, option.slot, option.team))
    return any(option.slot & 3 != NO_BLOCK and _with_room(state, item, option) for option in options[:MOST_TRIES])


def _with_room(state: State, item: int, option: Option) -> bool:
    before = state.quality
    taken = [(other, state.take(other)) for other in near(state, option)]
    if state.fits(item, option):
        state.place(item, option)
        if lay_again(state, [other for other, _ in taken]) and state.quality < before:
            return True
    restore(state, [item], taken)
    return False


def lay_again(state: State, items: Iterable[int]) -> bool:
    """Lay each where it adds least; whether all found room."""
    everywhere = True
    for item in items:
        option = cheapest(state, item, state.instance.options(item))
        if option is None:
            everywhere = False
        else:
            state.place(item, option)
    return everywhere


def restore(state: State, others: Iterable[int], taken: list[tuple[int, Option]]) -> None:
    """Put everything back where it was taken from; `others` lay nowhere before."""
    for item in [*others, *(item for item, _ in taken)]:
        if state.at[item] is not None:
            state.take(item)
    for item, option in taken:
        state.place(item, option)


def near(state: State, option: Option) -> list[int]:
    """Items of the same contacts on the same day and those beside it, and on the week's evenings and Saturdays."""
    instance = state.instance
    day = option.slot >> 2
    found: set[int] = set()
    for contact in option.team:
        base = contact * instance.slots
        for other in range(max(0, day - 1), min(instance.days, day + 2)):
            for block in range(3):
                found.update(state.jobs.get(base + other * 4 + block, ()))
        for other in _same_limits(state, day):
            blocks = range(3) if instance.saturday[other] else (2,)
            for block in blocks:
                found.update(state.jobs.get(base + other * 4 + block, ()))
    return sorted(found, key=lambda other: (instance.items[other].group.required == 0, other))


def _same_limits(state: State, day: int) -> list[int]:
    instance = state.instance
    week = range(max(0, day - 6), min(instance.days, day + 7))
    saturdays = [day + shift for shift in (-14, -7, 7, 14)] if instance.saturday[day] else []
    return [other for other in week if instance.week_of[other] == instance.week_of[day]] + [
        other for other in saturdays if 0 <= other < instance.days
    ]
