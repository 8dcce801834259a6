"""Minutes on the road."""

from collections.abc import Sequence

from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import Problem


def travel(problem: Problem, rows: Sequence[Laid]) -> int:
    """Minutes there and back, each contact, day, block and zone once, over all rows and meetings from..to."""
    trips = {
        (person, row.visit, row.zone)
        for row in rows
        if row.zone is not None and problem.first <= row.day <= problem.last
        for person in row.people
        if person in problem.in_role(None, row.day)
    }
    return sum(problem.travel_to(zone) for _, _, zone in trips)
