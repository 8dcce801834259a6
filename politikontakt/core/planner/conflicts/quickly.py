"""The least of many things that make something impossible together, in few questions."""

from collections.abc import Sequence

from politikontakt.core.planner.conflicts.filter import Possible


def least_of_many(codes: Sequence[str], possible: Possible) -> tuple[str, ...]:
    """Those that make it impossible together and, without any one of them, don't; the first are kept first.

    Halves are left out at a time, so that of many codes the few that matter are found in a few dozen questions. All of
    them together must make it impossible, and none at all possible.
    """
    return tuple(_least(frozenset(), False, tuple(codes), possible))


def _least(sure: frozenset[str], changed: bool, codes: tuple[str, ...], possible: Possible) -> list[str]:
    if changed and not possible(sure):
        return []
    if len(codes) == 1:
        return list(codes)
    first, second = codes[: len(codes) // 2], codes[len(codes) // 2 :]
    of_second = _least(sure.union(first), True, second, possible)
    of_first = _least(sure.union(of_second), bool(of_second), first, possible)
    return of_first + of_second
