"""Sets of contact-days that hit each of some plans, as bits of whole numbers."""

from collections.abc import Sequence

_PATIENCE = 200_000
"""How many steps a search may take."""


class Unclear(Exception):
    """The search took too long to say yes or no."""


def hitting(plans: Sequence[int], most: int) -> int | None:
    """A set of at most `most` bits that shares one with each plan, or None where there is none."""
    return _Search(plans).within(list(plans), most)


class _Search:
    def __init__(self, plans: Sequence[int]) -> None:
        self.steps = 0
        self.many = {bit: sum(plan >> bit & 1 for plan in plans) for bit in _bits(_union(plans))}

    def within(self, unhit: list[int], most: int) -> int | None:
        self.steps += 1
        if self.steps > _PATIENCE:
            raise Unclear
        if not unhit:
            return 0
        if most == 1:
            return _one_of(unhit)
        if most < 1:
            return None
        smallest = min(unhit, key=int.bit_count)
        for bit in sorted(_bits(smallest), key=lambda each: (-self.many[each], each)):
            rest = self.within([plan for plan in unhit if not plan >> bit & 1], most - 1)
            if rest is not None:
                return rest | 1 << bit
        return None


def _one_of(plans: Sequence[int]) -> int | None:
    common = plans[0]
    for plan in plans[1:]:
        common &= plan
    return common & -common or None


def _union(plans: Sequence[int]) -> int:
    union = 0
    for plan in plans:
        union |= plan
    return union


def _bits(of: int) -> list[int]:
    found = []
    while of:
        lowest = of & -of
        found.append(lowest.bit_length() - 1)
        of ^= lowest
    return found
