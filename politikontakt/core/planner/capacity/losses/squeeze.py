"""The fewest contact-days after which the time that is left can't hold what must lie in a run of weeks.

Items whose whole window lies in the run must be done there, and each takes its minutes from everyone it
needs, whatever the travel. In a week a contact gives at most the weekly minutes, and at most the free
minutes of the days that are not lost; the evening alone gives at most the evenings allowed.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.planner.model import EVENING, Item, Problem

Week = date
"""A week by its Monday."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one contact can give in one week: the days' minutes, most first, and at most `limit` in all."""

    limit: int
    days: tuple[int, ...]

    def left(self, lost: int) -> int:
        """At most so many minutes when the `lost` best days are gone."""
        return min(self.limit, sum(self.days[lost:]))


def fewest(problem: Problem) -> int | None:
    """How many must go, over every run of weeks, role and part of the day. None where nothing is squeezed."""
    found = [
        _fewest_to_lose(need, shares)
        for role, evening_only in sorted(_kinds(problem), key=str)
        for need, shares in _runs(problem, role, evening_only)
    ]
    return min((each for each in found if each is not None), default=None)


def _kinds(problem: Problem) -> set[tuple[str | None, bool]]:
    return {(item.group.role, only) for item in problem.items for only in {False, _in_evening(item)}}


def _in_evening(item: Item) -> bool:
    return item.group.blocks == (EVENING,)


def _runs(problem: Problem, role: str | None, evening_only: bool) -> Iterator[tuple[int, list[Share]]]:
    """Each run of weeks with what must be done in it and what each contact can give in each week of it."""
    spans = [
        (_monday(item.group.axis[item.days[0]]), _monday(item.group.axis[item.days[-1]]), _takes(item))
        for item in problem.items
        if item.days and item.group.role == role and (not evening_only or _in_evening(item))
    ]
    shares = _shares(problem, role, evening_only)
    for first in sorted({span[0] for span in spans}):
        for last in sorted({span[1] for span in spans if span[1] >= first}):
            need = sum(minutes for begins, ends, minutes in spans if first <= begins and ends <= last)
            inside = [share for week, some in shares.items() if first <= week <= last for share in some]
            if need and need > _worth_a_look(inside):
                yield need, inside


def _worth_a_look(shares: Sequence[Share]) -> int:
    """Runs that use less than a third of their time are squeezed by so many days that another is easier."""
    return sum(share.left(0) for share in shares) // 3


def _takes(item: Item) -> int:
    """The minutes it takes from contacts together. One for everybody takes at least those of one."""
    return item.minutes * (item.group.people or 1)


def _shares(problem: Problem, role: str | None, evening_only: bool) -> Mapping[Week, list[Share]]:
    days: dict[tuple[Week, str], list[int]] = defaultdict(list)
    for day, people in problem.holders.get(role, {}).items():
        for person in people:
            blocks = [EVENING] if evening_only else list(problem.blocks)
            minutes = sum(problem.blocks[name].minutes for name in blocks if problem.free(person, day, name))
            if minutes and day.weekday() < 6:
                days[_monday(day), person].append(minutes)
    found: dict[Week, list[Share]] = defaultdict(list)
    for (week, person), of_week in days.items():
        limits = problem.limits[person]
        evenings = limits.evenings_per_week * problem.blocks[EVENING].minutes
        limit = min(limits.weekly_minutes, evenings) if evening_only else limits.weekly_minutes
        found[week].append(Share(limit, tuple(sorted(of_week, reverse=True))))
    return found


def _monday(day: date) -> Week:
    return day - timedelta(days=day.weekday())


def _fewest_to_lose(need: int, shares: Sequence[Share]) -> int | None:
    """The fewest days after which less than `need` minutes are left; None when even all would leave enough."""
    surplus = sum(share.left(0) for share in shares) - need
    if surplus < 0:
        return 0
    most: list[int] = [0]  # the most minutes that so many lost days can take
    for share in shares:
        gains = [share.left(0) - share.left(lost) for lost in range(len(share.days) + 1)]
        most = [
            max(most[total - lost] + gains[lost] for lost in range(len(gains)) if 0 <= total - lost < len(most))
            for total in range(len(most) + len(gains) - 1)
        ]
    return next((lost for lost, minutes in enumerate(most) if minutes > surplus), None)
