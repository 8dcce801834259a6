"""Promised time beside the time there is, month by month, as bars; and what changes if another number is promised."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner.capacity.meter import Month
from politikontakt.core.planner.capacity.what_if import Change
from politikontakt.modules.planning.errors import NoSettings
from politikontakt.modules.planning.queries import capacity
from politikontakt.web.ui.fault_lines import fault_lines

LONGEST = 220
"""Units of width of a bar's sheet."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the meter, in hours, and how it is drawn. `planned` are hours of everything that lies in it."""

    month: Month
    planned: float
    widest: float

    @property
    def promised(self) -> float:
        """Hours promised."""
        return float(self.month.promised) / 60

    @property
    def available(self) -> float:
        """Hours there are."""
        return float(self.month.available) / 60

    @property
    def over(self) -> bool:
        """Whether more is promised than there is time for."""
        return self.month.margin < 0

    def _units(self, hours: float) -> float:
        return round(LONGEST * hours / self.widest, 1) if self.widest else 0.0

    @property
    def filled(self) -> float:
        """Width of what fits."""
        return self._units(min(self.promised, self.available))

    @property
    def beyond(self) -> float:
        """Width of what does not."""
        return self._units(max(self.promised - self.available, 0))

    @property
    def lies(self) -> float:
        """Width of what is planned and done."""
        return self._units(min(self.planned, self.widest))

    @property
    def mark(self) -> float:
        """Where the time there is ends."""
        return self._units(self.available)


@dataclass(frozen=True, slots=True)
class Sum:
    """All months together, in hours, and of those with promises the month with the least to spare."""

    promised: float
    available: float
    worst: Bar

    @property
    def spare(self) -> float:
        """Hours left in the worst month; below 0 where it does not add up."""
        return self.worst.available - self.worst.promised


def meter(days: DayRange, minutes: Mapping[str, int], changes: Sequence[Change] = ()) -> dict[str, object]:
    """The meter's bars, or why there are none. `minutes` lie in each month already."""
    try:
        months = capacity(days, changes=changes)
    except NoSettings:
        return {"bars": (), "no_settings": True}
    except FaultyInput as faulty:
        return {"bars": (), "settings_faults": fault_lines(faulty.faults)}
    lies = {each.month: minutes.get(each.month, 0) / 60 for each in months}
    widest = max((max(float(max(each.promised, each.available)) / 60, lies[each.month]) for each in months), default=0)
    bars = [Bar(each, lies[each.month], widest) for each in months]
    return {"bars": bars, "over": [each for each in bars if each.over], "sum": _sum(bars)}


def _sum(bars: Sequence[Bar]) -> Sum | None:
    if not bars:
        return None
    asked = [bar for bar in bars if bar.month.promised] or bars
    worst = min(asked, key=lambda bar: bar.month.margin)
    return Sum(sum(each.promised for each in bars), sum(each.available for each in bars), worst)
