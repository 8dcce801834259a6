"""Which part of the day an hour lies in: by the planner's settings, or by the usual hours where there are none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.contradictions import minutes_of
from politikontakt.core.planner.model import Block
from politikontakt.modules.planning.errors import NoSettings
from politikontakt.modules.planning.inputs import inputs

USUAL = {
    name: Block(name=name, first=first * 60, last=last * 60)
    for name, first, last in (("morning", 8, 12), ("afternoon", 12, 16), ("evening", 16, 21))
}


@dataclass(frozen=True, slots=True)
class PartsOfDay:
    """The blocks of a day, by name."""

    blocks: Mapping[str, Block]

    def holding(self, start: time | None) -> str:
        """The block that has begun last at an hour; the first where none has, and without an hour."""
        ordered = sorted(self.blocks.values(), key=lambda block: block.first)
        minute = minutes_of(start) if start else 0
        begun = [block.name for block in ordered if block.first <= minute]
        return begun[-1] if begun else ordered[0].name


def parts_of_day(on: date) -> PartsOfDay:
    """Those that a plan of a day goes by."""
    try:
        return PartsOfDay(inputs(DayRange(on, on)).planning.blocks)
    except (NoSettings, FaultyInput):
        return PartsOfDay(USUAL)
