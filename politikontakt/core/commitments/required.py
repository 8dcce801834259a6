"""How many a period asks for, and how many of them should be there on a day."""

from dataclasses import dataclass
from datetime import date

from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.commitments.case import Case

PART_YEARS = ("round_down", "round_up", "full", "exempt")
"""What `part_year` may say."""


@dataclass(frozen=True, slots=True)
class Required:
    """The number a period asks for. `reason` says why it is fewer than the terms say, else it is None."""

    number: int
    reason: str | None = None

    @property
    def due(self) -> bool:
        """Whether the period asks for anything at all."""
        return self.number > 0

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reason as a verdict has it."""
        return () if self.reason is None else (self.reason,)


def required(case: Case, at_least: int, part_year: str) -> Required:
    """What a period asks for: 8 a school year, of which 304 of 365 days count, is 6 rounded down and 7 up."""
    if part_year == "exempt" and case.period.clipped:
        return Required(0, "part_period")
    if part_year in ("full", "exempt"):
        return Required(at_least)
    number = reduced(at_least, len(case.days_that_count), len(case.period.whole), up=part_year == "round_up")
    return Required(number, "part_period_reduced" if number < at_least else None)


def reduced(at_least: int, days_that_count: int, days_of_whole: int, *, up: bool = False) -> int:
    """`at_least` × days that count ÷ days of the whole period, rounded down, or up."""
    exact = at_least * days_that_count
    return -(-exact // days_of_whole) if up else exact // days_of_whole


def expected(number: int, usable_days: DaySet, on: date) -> int:
    """How many of `number` should be there on `on`: the k-th in the middle of its n-th part.

    Of 8 in 365 usable days the first is expected from the 23rd day on. With no usable day all are.
    """
    of_all = len(usable_days)
    if not of_all:
        return number
    return (2 * number * len(usable_days.until(on)) + of_all) // (2 * of_all)
