"""The balance of preventive time, month by month: what was lost, by class, against what was worked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from politikontakt.core.agreement.model import Agreement
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
    """The months, the newest first. `agreement` is whose months they are; `whole_year` whether it is so old already."""

    months: Sequence[Month]
    agreement: Agreement | None = None

    @property
    def whole_year(self) -> bool:
        """Whether all twelve months are there."""
        return len(self.months) == MONTHS

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


def balance(on: date, agreement: Agreement | None = None) -> Balance:
    """The year up to a day under an agreement: at most twelve months, the one that holds the day first. Two queries.

    What was lost before the agreement's first day is none of its balance.
    """
    since = agreement.effective_from if agreement and agreement.effective_from <= on else date.min
    firsts = [first for first in _months(on) if first >= since.replace(day=1)]
    begins = max(firsts[-1], since)
    lost, prevented = lost_by_month(begins, on), prevented_by_month(begins, on)
    return Balance([_month(first, lost, prevented.get(first, 0)) for first in firsts], agreement)


def _month(first: date, lost: Sequence[LostInMonth], prevented: int) -> Month:
    here = {each.cause: each for each in lost if each.month == first}
    minutes = tuple(here[cause].minutes if cause in here else 0 for cause in CAUSES)
    return Month(first, minutes, sum(each.times for each in here.values()), prevented)


def _months(on: date) -> list[date]:
    months = [on.replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months
