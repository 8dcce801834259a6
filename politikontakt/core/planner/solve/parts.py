"""A problem falls into parts that share no contact. Only the balance ties them together.

Most less least over all contacts is paid by one part that has the most and one that has the least: a
plan can't have a smaller most than the part in which the mean is highest. So each part has a bound of its
own, and their sum is one for the whole.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from politikontakt.core.planner.model import Item, Problem
from politikontakt.core.planner.solve.counts import NOTHING
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
    return Outside(ends(evenings), ends(minutes))


def ends(values: Sequence[int]) -> tuple[int, int] | None:
    """The least and the most; None of nothing."""
    return (min(values), max(values)) if values else None


def charges(states: Sequence[State], fewest: Sequence[float] | None = None) -> list[Charged]:
    """Which part pays for which end of the balance.

    Of several, the part whose contacts have most on average pays for the most. The one in which they have least minutes
    pays for the least: how many minutes a part has is nearly fixed. Evenings are not, a part can take more of them
    for next to nothing, so that each pays the share of the least that `fewest` says, and the one that pays for the
    most what is left of it. Without shares nobody pays for evenings, and the bound leaves them out.
    """
    steady = [number for number, state in enumerate(states) if state.instance.steady]
    if sum(len(state.instance.steady) for state in states) < 2:
        return [NOTHING for _ in states]
    if len(steady) == 1:
        return [Charged() if number in steady else NOTHING for number in range(len(states))]
    minutes = {number: _mean(states[number], states[number].busy_minutes) for number in steady}
    evenings = {number: _mean(states[number], states[number].evening_days) for number in steady}
    most, least = _highest(minutes), _highest({number: -mean for number, mean in minutes.items()})
    paid = [Charged(0, 0, number == most, number == least) for number in range(len(states))]
    if fewest is None:
        return paid
    paid = [each._replace(least_evenings=share) for each, share in zip(paid, fewest, strict=True)]
    late = _highest(evenings)
    paid[late] = paid[late]._replace(most_evenings=1, least_evenings=fewest[late] + max(0.0, 1 - sum(fewest)))
    return paid


def fewest_minutes(states: Sequence[State]) -> int:
    """The fewest minutes a contact should have: about the mean where it is lowest, for less than that costs points."""
    means = [_mean(state, state.busy_minutes) for state in states if state.instance.steady]
    return int(min(means, default=0.0)) - min((each for state in states for each in state.instance.minutes), default=0)


def _highest(means: Mapping[int, float]) -> int:
    """The part with the highest mean, of equals the first."""
    return max(means, key=lambda number: (means[number], -number))


def _mean(state: State, amounts: Sequence[int]) -> float:
    """What a steady contact has, on average."""
    steady = state.instance.steady
    return sum(amounts[who] for who in steady) / len(steady)
