"""Every plan of a small case, tried one item after the other: the least that the layers can be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations

from tests.oracle.planner.grid import Group, Item
from tests.oracle.planner.rules import breaches, lies_badly
from tests.oracle.planner.world import Work, World
from tests.oracle.planner.worth import Outcome, Worth, continuity, has_moved, losses, moves, spread, travel, worth

Laid = Mapping[tuple[str, str, object, int], Work]


class TooMany(Exception):
    """More plans than there is patience for."""


@dataclass
class Exhaust:
    """A search through every plan. `patience` is how many steps it may take."""

    world: World
    groups: Sequence[Group]
    items: Sequence[Item]
    standing: Sequence[Work]
    patience: int = 20_000
    steps: int = 0
    best: Worth | None = None
    best_plan: Laid = field(default_factory=dict)

    def least(self) -> Worth:
        """The worth of the best plan there is."""
        self.choices = [choices(self.world, item, self.standing) for item in self.items]
        self._try(0, {}, list(self.standing))
        assert self.best is not None
        return self.best

    def _try(self, at: int, laid: dict[tuple[str, str, object, int], Work], works: list[Work]) -> None:
        self.steps += 1
        if self.steps > self.patience:
            raise TooMany
        if at == len(self.items):
            found = worth(self.world, self.groups, self.items, Outcome(laid, works))
            if self.best is None or found < self.best:
                self.best, self.best_plan = found, dict(laid)
            return
        item = self.items[at]
        for choice in self.choices[at]:
            if choice is None:
                if not self._worse(at + 1, laid, works):
                    self._try(at + 1, laid, works)
                continue
            now = {**laid, item.key: choice}
            if not self._worse(at + 1, now, [*works, choice]) and not breaches(self.world, [*works, choice]):
                self._try(at + 1, now, [*works, choice])

    def _worse(self, decided: int, laid: Laid, works: Sequence[Work]) -> bool:
        """Whether what is decided already is no better than the best plan known."""
        if self.best is None:
            return False
        items = self.items[:decided]
        short, unplaced = losses(self.world, self.groups, items, laid)
        so_far = Worth(short, unplaced, moves(self.world, items, laid), self._points(items, laid, works))
        return so_far >= self.best

    def _points(self, items: Sequence[Item], laid: Laid, works: Sequence[Work]) -> Fraction:
        """The points that can only grow."""
        weights = self.world.planning["weights"]
        within = [work for work in works if self.world.first <= work.day <= self.world.last]
        return (
            weights["spread"] * spread(items, Outcome(laid, works))
            + weights["travel"] * travel(self.world, within)
            + weights["continuity"] * continuity(self.world, within)
        )


def choices(world: World, item: Item, standing: Sequence[Work]) -> list[Work | None]:
    """Everywhere an item may lie, nearest to its ideal first, then nowhere. A row that need not move may stay."""
    found = sorted(
        (work for work in everywhere(world, item) if not breaches(world, [*standing, work])),
        key=lambda work: abs(item.group.index(work.day) - item.ideal),
    )
    stays = [staying(world, item)] if item.old is not None and not item.hit else []
    must_stay = item.confirmed and not item.hit
    return stays if must_stay else [*stays, *found, None]


def everywhere(world: World, item: Item) -> Iterator[Work]:
    """The item on each of its days, in each block, with each crew, as far as it may lie there by itself."""
    series = item.group.series
    for index in item.days:
        day = item.group.axis[index]
        crew = sorted(world.crew(item.group.terms.get("by_role"), day))
        many = len(crew) if series.get("people", 1) == "all" else series.get("people", 1)
        for block in series.get("blocks", world.blocks):
            for people in combinations(crew, many) if many else ():
                work = lay(world, item, day, block, frozenset(people))
                moved = item.old is None or has_moved(world, work)
                if moved and not lies_badly(world, item, work):
                    yield work


def lay(world: World, item: Item, day: object, block: str, people: frozenset[str]) -> Work:
    group = item.group
    own = ".".join(map(str, item.key))
    minutes = world.rows[item.old]["minutes"] if item.old else group.series["minutes"]
    place = group.place["id"]
    return Work(
        item.old or own,
        day,
        block,
        None,
        minutes,
        place,
        world.zone(place),
        people,
        group.series["id"],
        False,
        True,
        True,
    )


def staying(world: World, item: Item) -> Work:
    """The old row where it is; it may begin at another hour of its block."""
    assert item.old is not None
    work = world.work_of(world.rows[item.old])
    return replace(work, start=None, loose=True) if work.block and not item.confirmed else work
