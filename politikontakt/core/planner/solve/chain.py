"""Large parts: many municipalities that hang together by a contact they share.

Each municipality is solved as if its contacts had nothing else to do. That gives bounds whose sum holds for
the whole, since what is left out are only rules between municipalities. Their plans are laid over each
other; where two want the same hour of the same contact, one looks for another.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable

from politikontakt.core.planner.model import Item, ItemKey, Kept
from politikontakt.core.planner.solve.greedy import insert
from politikontakt.core.planner.solve.improve import settle, shake
from politikontakt.core.planner.solve.instance import BLOCKS, NO_BLOCK, Instance, Option, instance
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.proof import least_possible
from politikontakt.core.planner.solve.repair import repair
from politikontakt.core.planner.solve.state import Charged, Outside, State

LARGE = 900
"""Items from which on a part is solved by municipality, if it has several."""


def links(part: Instance) -> list[tuple[Item, ...]]:
    """The part's items by the role that serves them; one link only where it can't be taken apart."""
    found: dict[str | None, list[Item]] = defaultdict(list)
    for item in part.items:
        found[item.group.role].append(item)
    if len(part.items) < LARGE or None in found or _shared_lines(part, found.values()):
        return [part.items]
    return [tuple(items) for items in found.values()]


def _shared_lines(part: Instance, links_: Iterable[list[Item]]) -> bool:
    """Whether two links travel to the same zone: then one trip could serve both, and bounds don't add up."""
    zones = [{item.group.zone for item in items if item.group.zone} for items in links_]
    standing = {each.zone for each in part.kept}
    return sum(len(each) for each in zones) > len(set().union(*zones)) and bool(zones or standing)


class Chain(Part):
    """A part of several links, solved link by link."""

    def __init__(self, state: State, limits: Limits, stop: Callable[[], bool], tell: Callable[[], None]) -> None:
        super().__init__(state, limits, stop, tell)
        self._links = links(state.instance)

    def improve(self, seed: int) -> None:
        """Search in the whole, for as many rounds as its size asks."""
        self._seed = seed
        settle(self.best, self.stop)
        shake(self.best, rounds=self.limits.shakes * len(self._links) // 2, seed=seed, stop=self.stop)
        self._tell()

    def prove(self, outside: Outside, charged: Charged) -> None:
        """A bound from each link by itself, and a plan from all their plans together."""
        self.best.look_outside(outside)
        self.charged = Charged(False, False, False, False)
        alone = [self._alone(items) for items in self._links]
        if any(link is None for link in alone):
            return
        solved = [link for link in alone if link is not None]
        self.layers_proven = self.layers_proven or (self.best.short, self.best.unplaced) == (
            sum(link.best.short for link in solved),
            sum(link.best.unplaced for link in solved),
        )
        constant = self._constant(solved)
        self._over_each_other(solved)
        for items in self._links:
            self._among_others(items)
        if all(link.layers_proven for link in solved) and self._as_little_out(solved):
            self.bound = max(0.0, constant + sum(link.bound for link in solved))
        self._tell()

    def _as_little_out(self, solved: list[Part]) -> bool:
        """Whether each link leaves out in the whole what it leaves out alone, so that the bounds are for one level."""
        return (self.best.short, self.best.unplaced) == (
            sum(link.best.short for link in solved),
            sum(link.best.unplaced for link in solved),
        )

    def _constant(self, solved: list[Part]) -> float:
        """Points of what stands already: in the whole once, in the links wherever a contact is shared."""
        whole = State(self.best.instance)
        parts = [State(link.best.instance) for link in solved]
        return (whole.points - whole.balance() - sum(each.points - each.balance() for each in parts)) / (
            self.best.instance.scale
        )

    def _alone(self, items: tuple[Item, ...]) -> Part | None:
        """The link as if there were no other."""
        if self.stop():
            return None
        part = self._part(self.best.instance, items, ())
        part.improve(self._seed)
        part.prove(Outside(), Charged(False, False, False, False))
        return part

    def _part(self, whole: Instance, items: tuple[Item, ...], others: tuple[Kept, ...]) -> Part:
        people = {
            whole.contacts[contact]
            for number, item in enumerate(whole.items)
            if item.group.role == items[0].group.role
            for option in whole.options(number)
            for contact in option.team
        }
        problem = dataclasses.replace(whole.problem, kept=(*whole.problem.kept, *others))
        made = instance(problem, items, [who for who in whole.contacts if who in people])
        made = dataclasses.replace(
            made,
            scale=whole.scale,
            weight_travel=whole.weight_travel,
            weight_continuity=whole.weight_continuity,
            weight_evening=whole.weight_evening,
            weight_minute=whole.weight_minute,
            wish_scale=whole.wish_scale,
            wishes=[int(group.weight * whole.wish_scale) for group in made.groups],
        )
        state = State(made)
        for number in range(len(made.items)):
            insert(state, number)
        repair(state, self.stop)
        return Part(state, self.limits, self.stop)

    def _over_each_other(self, solved: list[Part]) -> None:
        """Lay every link's plan; what finds its hour taken looks for another."""
        found = State(self.best.instance, self.best.outside)
        number = {item.key: each for each, item in enumerate(found.instance.items)}
        missing = []
        for link in solved:
            for item, option in enumerate(link.best.at):
                here = None if option is None else self._as_in_whole(link.best, option)
                mine = number[link.best.instance.items[item].key]
                if here is not None and found.fits(mine, here):
                    found.place(mine, here)
                else:
                    missing.append(mine)
        for item in missing:
            insert(found, item)
        repair(found, self.stop)
        settle(found, self.stop)
        shake(found, rounds=self.limits.shakes * len(self._links) // 2, seed=self._seed, stop=self.stop)
        self._keep_better(found)

    def _as_in_whole(self, state: State, option: Option) -> Option:
        contacts = self.best.instance.contacts
        return option._replace(
            team=tuple(sorted(contacts.index(state.instance.contacts[each]) for each in option.team))
        )

    def _among_others(self, items: tuple[Item, ...]) -> None:
        """Solve one link anew with the others where they lie."""
        if self.stop():
            return
        mine = {item.key for item in items}
        part = self._part(self.best.instance, items, self._standing(mine))
        part.improve(self._seed)
        part.prove(Outside(), Charged(False, False, False, False))
        found = State(self.best.instance, self.best.outside)
        number = {item.key: each for each, item in enumerate(found.instance.items)}
        for each, option in enumerate(self.best.at):
            if option is not None and found.instance.items[each].key not in mine:
                found.place(each, option)
        for each, option in enumerate(part.best.at):
            if option is not None:
                here = self._as_in_whole(part.best, option)
                at = number[part.best.instance.items[each].key]
                if found.fits(at, here):
                    found.place(at, here)
        repair(found, self.stop)
        settle(found, self.stop, passes=1)
        self._keep_better(found)

    def _standing(self, mine: set[ItemKey]) -> tuple[Kept, ...]:
        whole = self.best.instance
        return tuple(
            _as_kept(whole, item, option)
            for number, option in enumerate(self.best.at)
            if option is not None and (item := whole.items[number]).key not in mine
        )

    def _keep_better(self, found: State) -> None:
        if found.quality < self.best.quality:
            self.best = found
            self.layers_proven = self.layers_proven or least_possible(found) == (found.short, found.unplaced)
            self._tell()


def _as_kept(whole: Instance, item: Item, option: Option) -> Kept:
    block = option.slot & 3
    return Kept(
        code=f"item:{'/'.join(map(str, item.key))}",
        day=whole.day(option.slot),
        block=None if block == NO_BLOCK else BLOCKS[block],
        start=None,
        minutes=item.minutes,
        zone=item.group.zone,
        people=tuple(whole.contacts[contact] for contact in option.team),
        series=item.key.series,
        place=item.key.place,
    )
