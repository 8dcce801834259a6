"""Who may do the work: the contacts, the roles they hold on each day, and when they are away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.model import Absence
from politikontakt.core.records.columns import BLOCKS
from politikontakt.core.records.model import Availability

Holders = Mapping[str | None, Mapping[date, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Lost:
    """A person's days that are gone, whole days, both ends included: called out, ill."""

    person: str
    days: DayRange


def holders(ground: Ground, days: DayRange) -> Holders:
    """By role and day those who hold it; under None the contacts: whoever holds the role of some series that day."""
    roles = _roles(ground, days)
    found: dict[str | None, dict[date, tuple[str, ...]]] = {None: {}, **{role: {} for role in roles}}
    for day in days:
        anyone: set[str] = set()
        for role, in_use in roles.items():
            people = ground.matter.evidence.holders(role, day)
            if people:
                found[role][day] = tuple(sorted(people))
            if any(day in each for each in in_use):
                anyone |= people
        if anyone:
            found[None][day] = tuple(sorted(anyone))
    return found


def _roles(ground: Ground, days: DayRange) -> dict[str, list[DayRange]]:
    """Each role that some series asks for, and the periods in which one does. Amendments may change it."""
    found: dict[str, list[DayRange]] = {}
    for series in ground.planning.series:
        for period in ground.periods(series, days):
            role = ground.terms(series, period).by_role
            if role is not None and period.days not in found.setdefault(role, []):
                found[role].append(period.days)
    return found


def contacts(who: Holders) -> tuple[str, ...]:
    """Everyone who is a contact on some day, sorted."""
    return tuple(sorted({person for people in who[None].values() for person in people}))


def steady(who: Holders, days: DayRange) -> tuple[str, ...]:
    """Those who are contacts on each of the days, sorted."""
    each_day = [set(who[None].get(day, ())) for day in days]
    return tuple(sorted(set.intersection(*each_day)))


def absences(rows: Sequence[Availability], lost: Iterable[Lost], days: DayRange) -> tuple[Absence, ...]:
    """Every absence that shares a day with `days`, lost ones included, by person and first day."""
    away = [
        Absence(person=row.person, first=row.first, last=row.last, blocks=frozenset(row.blocks or BLOCKS))
        for row in rows
    ]
    away += [
        Absence(person=each.person, first=each.days.first, last=each.days.last, blocks=frozenset(BLOCKS), lost=True)
        for each in lost
    ]
    touching = [each for each in away if each.first <= days.last and each.last >= days.first]
    return tuple(
        sorted(touching, key=lambda each: (each.person, each.first, each.last, each.lost, sorted(each.blocks)))
    )


def absent(away: Sequence[Absence], people: Iterable[str], days: DayRange) -> frozenset[tuple[str, date, str]]:
    """Each of the people, day and block that an absence takes."""
    known = set(people)
    found = set()
    for each in away:
        gone = DayRange(each.first, each.last).cut(days)
        if each.person in known and gone is not None:
            found |= {(each.person, day, block) for day in gone for block in each.blocks}
    return frozenset(found)
