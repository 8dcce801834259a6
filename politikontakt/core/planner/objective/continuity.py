"""How many different faces a place meets."""

from collections import defaultdict
from collections.abc import Sequence

from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import Problem


def continuity(problem: Problem, rows: Sequence[Laid]) -> int:
    """For each series and place the different contacts from..to beyond those one item needs; none for "all"."""
    faces: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row.series is not None and row.place is not None and problem.first <= row.day <= problem.last:
            faces[row.series, row.place] |= set(row.people) & set(problem.in_role(None, row.day))
    return sum(
        max(0, len(people) - many)
        for (series, _), people in faces.items()
        if (many := problem.needed.get(series)) is not None
    )
