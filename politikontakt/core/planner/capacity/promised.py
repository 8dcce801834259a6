"""The minutes that the promises alone ask for."""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.crew import Holders
from politikontakt.core.planner.grid import ideal
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.groups import Draft, drafts

Months = Mapping[str, Fraction]
"""Minutes by month, `2017-02`."""


def promised(ground: Ground, who: Holders, days: DayRange) -> Months:
    """Minutes and travel times the contacts needed, in the month of each required item's ideal day.

    The grid of required items alone, without reserve and wishes, whatever is done already. An item
    for everyone in a role counts those who hold it on that day.
    """
    found: dict[str, Fraction] = defaultdict(Fraction)
    for draft in drafts(ground, days):
        if draft.series.commitment is None or not draft.axis:
            continue
        each = draft.series.minutes + _travel(ground, draft)
        for ordinal in range(1, draft.required + 1):
            day = draft.axis[ideal(ordinal, draft.required, len(draft.axis))]
            if day in days:
                in_role = len(who.get(draft.terms.by_role, {}).get(day, ()))
                many = in_role if draft.series.people is None else draft.series.people
                found[f"{day:%Y-%m}"] += each * many
    return found


def _travel(ground: Ground, draft: Draft) -> int:
    return ground.planning.travel[draft.place.zone] if draft.place.zone is not None else 0
