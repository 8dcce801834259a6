"""What a phone sends, read strictly: a parcel of items, each with the key it was given when it was begun."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any
from uuid import UUID

FORMAT = 1
MOST_ITEMS = 200
CODE = re.compile(r"[\w.:/-]{1,80}")
LONGEST_NOTE = 1000
DAY = 24 * 60


class Misshapen(Exception):
    """What was sent is not in the shape agreed. `field` names where; never what stood there."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class UnknownFormat(Exception):
    """The phone speaks a format that this server does not know."""


class TooMany(Exception):
    """More items than are taken at once."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to store. `key` is None where none could be read; `said` is the key as it was sent."""

    said: str
    key: UUID | None
    do: str
    body: "Reading"
    about_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one phone sends at once. `day` is the phone's own local day, `who` the user it wrote for."""

    who: str
    day: date | None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An item's body, asked for field by field; what has another shape than was asked for is Misshapen."""

    said: Mapping[str, Any] = field(default_factory=dict)

    def text(self, name: str, longest: int = 100) -> str:
        """A text, "" where it is left out."""
        value = self.said.get(name) or ""
        if not isinstance(value, str) or len(value) > longest or "\0" in value:
            raise Misshapen(name)
        return value

    def code(self, name: str) -> str:
        """A code or an id, "" where it is left out."""
        value = self.text(name)
        if value and not CODE.fullmatch(value):
            raise Misshapen(name)
        return value

    def codes(self, name: str) -> tuple[str, ...]:
        """A list of codes or ids."""
        value = self.said.get(name) or []
        if not isinstance(value, list) or not all(isinstance(each, str) and CODE.fullmatch(each) for each in value):
            raise Misshapen(name)
        return tuple(dict.fromkeys(value))

    def day(self, name: str) -> date:
        """A day, which must be there: 2018-03-15."""
        found: date = _read(name, self.text(name), date.fromisoformat)
        return found

    def clock(self, name: str) -> time | None:
        """A time of day, None where it is left out: 08:15."""
        said = self.text(name)
        return _read(name, said, time.fromisoformat).replace(second=0, microsecond=0, tzinfo=None) if said else None

    def minutes(self, name: str) -> int:
        """Whole minutes within a day, which must be there."""
        value = self.said.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= DAY:
            raise Misshapen(name)
        return value

    def key(self, name: str) -> UUID | None:
        """The key of a row, None where it is left out."""
        said = self.text(name)
        return _read(name, said, UUID) if said else None


def read_parcel(said: Any) -> Parcel:
    """A parcel from JSON. Raises Misshapen, UnknownFormat or TooMany; an item that can't be read spoils no other."""
    if not isinstance(said, dict) or not isinstance(said.get("items"), list):
        raise Misshapen("items")
    if said.get("format") != FORMAT:
        raise UnknownFormat
    if len(said["items"]) > MOST_ITEMS:
        raise TooMany
    own = Reading(said)
    return Parcel(own.text("who"), own.day("day") if said.get("day") else None, tuple(map(_item, said["items"])))


def _item(said: Any) -> Item:
    said = said if isinstance(said, dict) else {}
    body = said.get("body")
    written = said.get("key") if isinstance(said.get("key"), str) else ""
    try:
        key = UUID(written)
    except ValueError:
        key = None
    do = said.get("do") if isinstance(said.get("do"), str) else ""
    return Item(written, key, do, Reading(body if isinstance(body, dict) else {}), said.get("about_nobody") is True)


def _read(name: str, said: str, shape: Any) -> Any:
    try:
        return shape(said)
    except ValueError:
        raise Misshapen(name) from None
