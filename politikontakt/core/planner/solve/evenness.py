"""How evenly something is shared: what each contact has of it, and most less least among the steady ones."""

from bisect import bisect_left, insort
from collections.abc import Sequence


class Evenness:
    """Amounts of each contact. Those of the steady, and the ends of other parts, are also kept in order."""

    def __init__(self, contacts: int, steady: Sequence[int], outside: tuple[int, int] | None) -> None:
        """Nobody has any yet. `outside`: the least and the most that others have; None without others."""
        self.of = [0] * contacts
        """What each contact has."""
        self._steady = [False] * contacts
        for contact in steady:
            self._steady[contact] = True
        self._ordered: list[int] = []
        self.look_outside(outside)

    def look_outside(self, outside: tuple[int, int] | None) -> None:
        """Take the ends of other parts as they are now."""
        mine = [amount for amount, steady in zip(self.of, self._steady, strict=True) if steady]
        self._ordered = sorted([*mine, *(outside or ())])

    @property
    def spread(self) -> int:
        """Most less least; 0 for fewer than two."""
        return self._ordered[-1] - self._ordered[0] if self._ordered else 0

    def add(self, contact: int, more: int) -> None:
        """The contact has so much more, or less where `more` is below 0."""
        before = self.of[contact]
        self.of[contact] = before + more
        if self._steady[contact] and more:
            del self._ordered[bisect_left(self._ordered, before)]
            insort(self._ordered, before + more)

    def widened(self, contacts: Sequence[int], more: int) -> int:
        """By how much the spread would grow if each of these had so much more; below 0 where it would shrink."""
        raised = sorted(self.of[contact] for contact in contacts if self._steady[contact])
        if not raised:
            return 0
        ordered = self._ordered
        same = 0
        while same < len(raised) and ordered[same] == raised[same]:
            same += 1
        least = min([raised[0] + more, *ordered[same : same + 1]])
        return max(ordered[-1], raised[-1] + more) - least - (ordered[-1] - ordered[0])
