"""A problem falls into parts that share no contact. Only the balance ties them together.

Most less least over all contacts is paid by one part that has the most and one that has the least: a
plan can't have a smaller most than the part in which the mean is highest. So each part has a bound of its
own, and their sum is one for the whole.
"""

from collections import defaultdict
from collections.abc import Sequence

from politikontakt.core.planner.model import Item, Problem
from politikontakt.core.planner.solve.instance import Instance, instance
from politikontakt.core.planner.solve.state import Charged, Outside, State


def split(problem: Problem) -> list[Instance]:
    """The independent parts, in the order of their first contacts. Items that nobody may do are in none."""
    people = _people(problem)
    root = {who: who for who in problem.contacts}
    for group in people.values():
        for who in group[1:]:
            _join(root, group[0], who)
    items: dict[str, list[Item]] = defaultdict(list)
    for item in problem.items:
        group = people[item.group.role]
        if group:
            items[_find(root, group[0])].append(item)
    contacts: dict[str, list[str]] = defaultdict(list)
    for who in problem.contacts:
        contacts[_find(root, who)].append(who)
    return [instance(problem, items[first], who) for first, who in contacts.items()]


def _people(problem: Problem) -> dict[str | None, list[str]]:
    """Everybody who holds each role some day, and everybody on an old row of it."""
    found: dict[str | None, set[str]] = defaultdict(set)
    for role in {item.group.role for item in problem.items}:
        for who in problem.holders.get(role, {}).values():
            found[role].update(who)
    for item in problem.items:
        if item.old is not None:
            found[item.group.role].update(item.old.people)
    known = set(problem.contacts)
    return {role: sorted(who & known) for role, who in found.items()} | {
        item.group.role: [] for item in problem.items if item.group.role not in found
    }


def _join(root: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_find(root, one), _find(root, other)))
    root[second] = first


def _find(root: dict[str, str], who: str) -> str:
    while root[who] != who:
        root[who] = root[root[who]]
        who = root[who]
    return who


def outside(states: Sequence[State], part: int) -> Outside:
    """The most and the least of the other parts."""
    others = [state for number, state in enumerate(states) if number != part]
    evenings = [state.evening_days[who] for state in others for who in state.instance.steady]
    minutes = [state.busy_minutes[who] for state in others for who in state.instance.steady]
    return Outside(_ends(evenings), _ends(minutes))


def _ends(values: Sequence[int]) -> tuple[int, int] | None:
    return (min(values), max(values)) if values else None


def charges(states: Sequence[State]) -> list[Charged]:
    """Which part pays for which end of the balance.

    Of several, the part whose contacts have most minutes on average pays for the most, and the one in which
    they have least for the least: how many minutes a part has is nearly fixed. Evenings are not, a part can
    take more of them for next to nothing, so that none pays for those alone and the bound leaves them out.
    """
    means = {number: _mean(state) for number, state in enumerate(states) if state.instance.steady}
    if sum(len(state.instance.steady) for state in states) < 2:
        return [Charged(False, False, False, False) for _ in states]
    if len(means) == 1:
        return [Charged(*[number in means] * 4) for number in range(len(states))]
    highest = max(means, key=lambda number: (means[number], -number))
    lowest = min(means, key=lambda number: (means[number], number))
    return [Charged(False, False, number == highest, number == lowest) for number in range(len(states))]


def _mean(state: State) -> float:
    """Minutes of a steady contact, on average."""
    steady = state.instance.steady
    return sum(state.busy_minutes[who] for who in steady) / len(steady)
