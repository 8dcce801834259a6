"""The balance of preventive time, month by month: what was lost, by class, against what was worked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.modules.activities.called_out import CAUSES
from politikontakt.modules.activities.lost_time import LostInMonth, lost_by_month, prevented_by_month

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Month:
    """One month. `lost` are minutes by class in the order of `CAUSES`; `prevented` minutes of preventive work."""

    first: date
    lost: tuple[int, ...]
    times: int
    prevented: int

    @property
    def total(self) -> int:
        """All minutes lost."""
        return sum(self.lost)

    @property
    def share(self) -> float | None:
        """What was lost of all preventive time, worked and lost; None where there was neither."""
        whole = self.total + self.prevented
        return self.total / whole if whole else None


@dataclass(frozen=True, slots=True)
class Balance:
    """The months, the newest first, and the classes that occur in them."""

    months: Sequence[Month]

    @property
    def total(self) -> Month:
        """All months as one."""
        lost = tuple(sum(each) for each in zip(*(month.lost for month in self.months), strict=True))
        times = sum(month.times for month in self.months)
        return Month(self.months[-1].first, lost, times, sum(month.prevented for month in self.months))

    @property
    def most(self) -> int:
        """The most that was lost in a month."""
        return max(month.total for month in self.months)


def balance(on: date) -> Balance:
    """The year up to a day: twelve months, the one that holds the day first. Two queries."""
    firsts = _months(on)
    lost, prevented = lost_by_month(firsts[-1], on), prevented_by_month(firsts[-1], on)
    return Balance([_month(first, lost, prevented.get(first, 0)) for first in firsts])


def _month(first: date, lost: Sequence[LostInMonth], prevented: int) -> Month:
    here = {each.cause: each for each in lost if each.month == first}
    minutes = tuple(here[cause].minutes if cause in here else 0 for cause in CAUSES)
    return Month(first, minutes, sum(each.times for each in here.values()), prevented)


def _months(on: date) -> list[date]:
    months = [on.replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months
