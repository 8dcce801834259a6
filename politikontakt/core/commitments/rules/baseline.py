"""`baseline`: an indicator against its level before the agreement."""

from dataclasses import dataclass
from fractions import Fraction

from politikontakt.core.agreement.shapes import number, one_code, one_of
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import by_period, the_promise
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Baseline, Measurement

Interval = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaselineTerms(Terms):
    """Patrol hours in the municipality at least as many as before the agreement."""

    indicator: str = term(one_code())
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)
    at_least_ratio: Fraction = term(number(), default=Fraction(1))


def judge(terms: BaselineTerms, case: Case) -> Verdict:
    """Compare the intervals; where they overlap nobody can tell, and the promise is not measured."""
    baseline = _locked(terms.indicator, case)
    if baseline is None:
        return case.verdict(Standing.NOT_MEASURED, "no_baseline")
    low, high = _scaled(baseline, terms.at_least_ratio, len(case.period.days))
    measurement = _measured(terms.indicator, case)
    standing, reasons = _compared(measurement, (low, high))
    return case.verdict(standing, *reasons, target=(float(low), float(high)))


def _compared(measurement: Measurement | None, target: Interval) -> tuple[Standing, tuple[str, ...]]:
    if measurement is None:
        return Standing.NOT_MEASURED, ("no_measurement",)
    low, high = _interval(measurement)
    if low >= target[1]:
        return Standing.KEPT, ()
    return (Standing.BROKEN, ()) if high < target[0] else (Standing.NOT_MEASURED, ("cannot_tell",))


def _locked(indicator: str, case: Case) -> Baseline | None:
    """The one last locked by the agreement's first day; of several on one day the later row."""
    start = case.matter.frame.first
    locked = [
        (each.locked_on, position, each)
        for position, each in enumerate(case.matter.records.baselines)
        if each.indicator == indicator and each.locked_on is not None and each.locked_on <= start
    ]
    return max(locked)[2] if locked else None


def _measured(indicator: str, case: Case) -> Measurement | None:
    """The measurement of exactly the period in force, once that is over; of several the later row."""
    if not case.over:
        return None
    days = case.period.days
    rows = [each for each in case.matter.records.measurements if each.indicator == indicator]
    return next(
        (each for each in reversed(rows) if (each.period_first, each.period_last) == (days.first, days.last)), None
    )


def _interval(row: Baseline | Measurement) -> Interval:
    """Low and high; an empty one is the value itself."""
    return row.value if row.low is None else row.low, row.value if row.high is None else row.high


def _scaled(baseline: Baseline, ratio: Fraction, days: int) -> Interval:
    """The baseline's interval as so many days would have given, times the ratio."""
    factor = ratio * days / len(DayRange(baseline.period_first, baseline.period_last))
    low, high = _interval(baseline)
    return low * factor, high * factor


RULE = Rule("baseline", BaselineTerms, by_period(the_promise), judge)
