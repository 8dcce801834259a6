"""Some items of a plan among the others: solved anew as a small problem while all others stay where they lie."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from politikontakt.core.planner.model import Group, GroupKey, Item, Kept
from politikontakt.core.planner.solve.instance import BLOCKS, NO_BLOCK, Instance, Option, counted_like, instance
from politikontakt.core.planner.solve.parts import ends
from politikontakt.core.planner.solve.repair import restore
from politikontakt.core.planner.solve.state import Outside, State


def among_others(whole: State, mine: Collection[int]) -> State:
    """The items as a problem of their own, where they lie now. What others take of time and places stands."""
    numbers = sorted(mine)
    everything = whole.instance
    contacts = {contact for number in numbers for option in everything.options(number) for contact in option.team}
    others = tuple(
        _as_kept(everything, everything.items[number], option)
        for number, option in enumerate(whole.at)
        if option is not None and number not in mine and not contacts.isdisjoint(option.team)
    )
    problem = replace(everything.problem, kept=(*everything.problem.kept, *others))
    people = [everything.contacts[contact] for contact in sorted(contacts)]
    made = counted_like(instance(problem, _items(whole, numbers), people), everything)
    found = State(made, _outside(whole, contacts))
    back = {contact: number for number, contact in enumerate(sorted(contacts))}
    for number, at in enumerate(numbers):
        option = whole.at[at]
        if option is not None:
            found.place(number, option._replace(team=tuple(back[each] for each in option.team)))
    return found


def lay_back(whole: State, mine: Collection[int], found: State) -> bool:
    """Lay the items in the whole as in `found`; all stays as it was where that does not fit or is no better."""
    before = whole.quality
    numbers = sorted(mine)
    contacts = [whole.instance.contacts.index(who) for who in found.instance.contacts]
    taken = [(number, whole.take(number)) for number in numbers if whole.at[number] is not None]
    for number, option in zip(numbers, found.at, strict=True):
        if option is None:
            continue
        here = option._replace(team=tuple(contacts[each] for each in option.team))
        if not whole.fits(number, here):
            break
        whole.place(number, here)
    else:
        if whole.quality < before:
            return True
    restore(whole, [number for number in numbers if number not in dict(taken)], taken)
    return False


def _items(whole: State, numbers: list[int]) -> list[Item]:
    """The items, with the others of their groups that count as planned taken for it."""
    everything = whole.instance.items
    mine = set(numbers)
    taken = Counter(
        item.group.key
        for number, item in enumerate(everything)
        if number not in mine and (whole.at[number] is not None or item.beyond)
    )
    groups: Mapping[GroupKey, Group] = {
        item.group.key: replace(item.group, taken=item.group.taken + taken[item.group.key]) for item in everything
    }
    return [replace(everything[number], group=groups[everything[number].group.key]) for number in numbers]


def _outside(whole: State, contacts: Collection[int]) -> Outside:
    """The least and the most of all who are not among `contacts`, in this part and in others."""
    rest = [each for each in whole.instance.steady if each not in contacts]
    evenings = [*(whole.evening_days[each] for each in rest), *(whole.outside.evenings or ())]
    minutes = [*(whole.busy_minutes[each] for each in rest), *(whole.outside.minutes or ())]
    return Outside(ends(evenings), ends(minutes))


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
