"""What `capacity` answers: months, the worst of them, and how many contact-days may be lost."""

from collections.abc import Mapping
from fractions import Fraction

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.build import build
from politikontakt.core.planner.capacity.losses.bare import bare
from politikontakt.core.planner.capacity.losses.plans import Planner
from politikontakt.core.planner.capacity.losses.range import days_to_lose
from politikontakt.core.planner.capacity.meter import Month, months, worst
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.settings import Planning
from politikontakt.core.records.model import Records


def capacity(
    agreement: Agreement, records: Records, planning: Planning, days: DayRange, planner: Planner
) -> Mapping[str, object]:
    """The answer as JSON has it, minutes as whole numbers where they are whole."""
    problem = build(agreement, records, planning, first=days.first, last=days.last)
    of_months = months(Ground(agreement, records, planning), problem)
    hardest = worst(of_months)
    loss = days_to_lose(bare(agreement, records, planning, days), planner)
    return {
        "months": [_month(each) for each in of_months],
        "worst_month": hardest.month if hardest else None,
        "days_to_lose": {"at_least": loss.at_least, "at_most": loss.at_most},
    }


def _month(month: Month) -> Mapping[str, object]:
    return {
        "month": month.month,
        "promised": _minutes(month.promised),
        "available": _minutes(month.available),
        "margin": _minutes(month.margin),
    }


def _minutes(exact: Fraction) -> int | float:
    return int(exact) if exact.denominator == 1 else float(exact)
