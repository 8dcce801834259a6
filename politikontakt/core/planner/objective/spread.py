"""How far new and moved rows lie from their ideal days."""

from collections.abc import Sequence
from fractions import Fraction

from politikontakt.core.planner.laid import Laid


def spread(rows: Sequence[Laid]) -> Fraction:
    """Series' weight × axis days away from the ideal, once for each new or moved row, however many take part."""
    placed = [(row.item, row.day) for row in rows if row.new and row.item is not None]
    return sum((item.group.weight * item.distance(day) for item, day in placed), Fraction(0))
