"""Taking away what is not needed to make something impossible."""

from collections.abc import Callable, Iterable

Possible = Callable[[frozenset[str]], bool]
"""Whether the item can be placed when only these stand in its way."""


def least(codes: Iterable[str], possible: Possible) -> tuple[str, ...]:
    """Those of the codes that make it impossible together and, without any one of them, don't.

    They are tried in their order, and what is not needed goes: so the first go first. All of them
    together must make it impossible.
    """
    kept = list(codes)
    for code in tuple(kept):
        fewer = frozenset(kept) - {code}
        if not possible(fewer):
            kept.remove(code)
    return tuple(kept)
