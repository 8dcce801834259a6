"""What makes an item impossible by itself, whoever is free: its window, its role, its length."""

from collections.abc import Iterator
from datetime import date, timedelta

from politikontakt.core.calendar.holidays import is_public_holiday
from politikontakt.core.planner.conflicts.filter import least
from politikontakt.core.planner.model import Item, Problem

WINDOW = "window"
_SUNDAY = 6


def too_long(problem: Problem, item: Item, block: str) -> bool:
    """Whether it does not fit in an empty block, with the travel to it."""
    return item.minutes + problem.travel_to(item.group.zone) > problem.blocks[block].minutes


def enough_in_role(problem: Problem, item: Item, day: date) -> bool:
    """Whether as many as needed hold the role that day."""
    return len(problem.in_role(item.group.role, day)) >= (item.group.people or 1)


def within_bounds(problem: Problem, item: Item) -> tuple[str, ...]:
    """What leaves no day, block and people at all; empty where that is not what is wrong."""
    roles = _roles(problem, item)
    codes = [WINDOW, *(f"block:{name}" for name in item.group.blocks if too_long(problem, item, name)), *roles]

    def possible(standing: frozenset[str]) -> bool:
        days = window_days(problem, item) if WINDOW in standing else _any_days(problem, item)
        blocks = [name for name in item.group.blocks if f"block:{name}" not in standing]
        held = not standing.issuperset(roles)
        return bool(blocks) and any(held or enough_in_role(problem, item, day) for day in days)

    everything = frozenset(codes)
    if possible(everything):
        return ()
    found = least(codes, possible) or least(codes[1:], lambda standing: possible(standing | {WINDOW}))
    return found or (WINDOW,)


def _roles(problem: Problem, item: Item) -> list[str]:
    """Its role; where any contact will do, each role that makes one."""
    if item.group.role is not None:
        return [f"role:{item.group.role}"]
    return sorted(f"role:{role}" for role in problem.holders if role is not None)


def window_days(problem: Problem, item: Item) -> list[date]:
    """The days of its window, those on which its place is closed among them."""
    axis = item.group.axis
    closed = [each for each in problem.closures if each.place == item.key.place]
    known = {axis[index] for index in item.days}
    if known:
        first, last = min(known), max(known)
        known |= {day for each in closed for day in _days(max(each.first, first), min(each.last, last))}
    elif item.late:
        known |= {day for each in closed for day in _days(max(each.first, problem.first), min(each.last, problem.last))}
    return sorted(day for day in known if day.weekday() in item.group.weekdays and not is_public_holiday(day))


def _any_days(problem: Problem, item: Item) -> list[date]:
    """The days of its period from..to, but for Sundays and public holidays."""
    axis = item.group.axis
    first, last = max(axis[0], problem.first), min(axis[-1], problem.last)
    return [day for day in _days(first, last) if day.weekday() < _SUNDAY and not is_public_holiday(day)]


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
