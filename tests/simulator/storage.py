"""What a phone keeps through restarts: its items, each with its fate (static/field/keeping.js)."""

from dataclasses import dataclass, replace
from typing import Any

from tests.simulator.shapes import same


class Full(Exception):
    """There is no room for anything new."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to store. Fates: draft → waiting → sent, or → needs (somebody has to look at it).

    `hidden` is what was deleted on the phone and may have reached the server: it is sent, and then taken back.
    """

    key: str
    do: str
    body: dict[str, Any]
    who: str
    fate: str
    id: int = 0
    tried: bool = False
    hidden: bool = False
    answer: dict[str, Any] | None = None

    @property
    def refused(self) -> bool:
        """Whether it can be mended and sent again under its own key: nothing of it was stored."""
        return self.fate == "needs" and bool(self.answer) and self.answer["status"] != 409

    @property
    def conflict(self) -> bool:
        """Whether something else is stored in its place, and both texts are shown."""
        return self.fate == "needs" and bool(self.answer) and self.answer["status"] == 409

    def means(self, other: "Item") -> bool:
        """Whether the two have the same content."""
        return self.do == other.do and same(self.do, self.body, other.body)


class Storage:
    """A phone's items in the order they were begun. When it is `full`, what is there can change, no more."""

    def __init__(self) -> None:
        self.full = False
        self._items: dict[int, Item] = {}
        self._last = 0

    def items(self, *fates: str) -> list[Item]:
        """All items, or those of some fates."""
        return [each for each in self._items.values() if not fates or each.fate in fates]

    def item(self, id: int) -> Item | None:
        """One item as it is now."""
        return self._items.get(id)

    def keep(self, one: Item) -> Item:
        """Keep an item; gives it with its id."""
        if one.id not in self._items and self.full:
            raise Full
        if not one.id:
            self._last += 1
            one = replace(one, id=self._last)
        self._items[one.id] = one
        self._items = dict(sorted(self._items.items()))
        return one

    def change(self, id: int, **changes: Any) -> Item | None:
        """Change an item where it is; gives it, or None where it is gone."""
        there = self._items.get(id)
        if there:
            self._items[id] = there = replace(there, **changes)
        return there

    def remove(self, id: int) -> None:
        """Forget an item."""
        self._items.pop(id, None)
