"""What planning.toml says, as values. Made by `read.py`; `build.py` lays it over the agreement and the records."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from politikontakt.core.planner.axis import SATURDAY, Season
from politikontakt.core.planner.model import Block, Limits, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a series without a commitment wants: `at_least` in each `per`, at each of its places."""

    activity: tuple[str, ...]
    at_least: int
    per: str
    by_role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One kind of work to plan: for a commitment, or a wish of its own. Exactly one of the two is set.

    `reserve` more than promised are planned. `people` is how many contacts are needed at the same
    time, None for everyone who holds the role that day. `places` is empty where the commitment's own
    `for_each` says where. `weekdays` are as `date.weekday()` counts them.
    """

    id: str
    commitment: str | None
    wish: Wish | None
    places: tuple[str, ...]
    reserve: int
    minutes: int
    people: int | None
    blocks: tuple[str, ...]
    weekdays: frozenset[int]
    between: Season | None
    weight: Fraction

    @property
    def on_saturdays(self) -> bool:
        """Whether it may lie on a Saturday."""
        return SATURDAY in self.weekdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """The whole file. `limits_of` holds the people whose limits differ; `travel` is minutes by zone."""

    blocks: Mapping[str, Block]
    limits: Limits
    limits_of: Mapping[str, Limits]
    travel: Mapping[str, int]
    weights: Weights
    series: tuple[Series, ...]

    def limits_for(self, person: str) -> Limits:
        """The limits of one person."""
        return self.limits_of.get(person, self.limits)

    def block_at(self, start: int) -> str | None:
        """The block in which something that begins at that minute lies."""
        return next((each.name for each in self.blocks.values() if each.first <= start < each.last), None)
