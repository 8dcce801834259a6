"""The first plan: each item where it adds the fewest points, the hardest to place first."""

from collections.abc import Sequence

from politikontakt.core.planner.solve.instance import Instance, Option
from politikontakt.core.planner.solve.state import State


def greedy(state: State) -> None:
    """Lay every item that is nowhere yet. Promises go before wishes, few choices before many."""
    instance = state.instance
    for item in insertion_order(instance):
        if state.at[item] is None:
            insert(state, item)


def insertion_order(instance: Instance) -> list[int]:
    """Promised first, then several people before one, then the shortest window, then the longest visit."""
    return sorted(
        range(len(instance.items)),
        key=lambda item: (
            instance.items[item].group.required == 0,
            instance.items[item].group.people == 1,
            len(instance.items[item].days),
            -instance.minutes[item],
            item,
        ),
    )


def insert(state: State, item: int) -> bool:
    """Lay the item where it adds the fewest moves, then points; False where it fits nowhere."""
    option = cheapest(state, item, state.instance.options(item))
    if option is None:
        return False
    state.place(item, option)
    return True


def cheapest(state: State, item: int, options: Sequence[Option]) -> Option | None:
    """The option that fits and adds least; of equals the first."""
    best: Option | None = None
    least: tuple[int, int] | None = None
    evened = _evened_at_most(state.instance, item)
    for option in options:
        if least is not None and (option.moves, option.cost - evened) >= least:
            continue
        if not state.fits(item, option):
            continue
        cost = (option.moves, state.added(item, option))
        if least is None or cost < least:
            best, least = option, cost
    return best


def _evened_at_most(instance: Instance, item: int) -> int:
    """The points an item can take away by evening out what contacts have."""
    return instance.weight_evening + instance.weight_minute * instance.minutes[item] if instance.steady else 0
