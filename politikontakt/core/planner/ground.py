"""What the agreement, the records and planning.toml say together about one series: where, when and how many."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.calendar.periods import ONE_DAY, Period
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.case import Promise
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.required import reduced
from politikontakt.core.commitments.required_at import asking
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.planner.axis import Calendar, Season, closures_of, part
from politikontakt.core.planner.model import Closure
from politikontakt.core.planner.settings import Planning, Series
from politikontakt.core.records.model import ClosedDays, Place, Records


class Ground:
    """Make it once for a plan and ask it for each series, place and period."""

    def __init__(self, agreement: Agreement, records: Records, planning: Planning) -> None:
        self.matter = Matter(agreement, records)
        self.planning = planning
        self.series = {each.id: each for each in planning.series}
        self._calendar = Calendar(agreement.in_force)
        self._places: dict[tuple[str, date], dict[str, Place]] = {}
        self._closures: dict[str, tuple[Closure, ...]] = {}
        self._axes: dict[tuple[str, bool, Season | None], tuple[date, ...]] = {}

    @cached_property
    def _promises(self) -> dict[str, Promise]:
        clauses = self.matter.agreement.clauses
        return {each.id: Promise(clause.ref, each) for clause in clauses for each in clause.commitments}

    def _commitment(self, series: Series) -> Commitment | None:
        return None if series.commitment is None else self._promises[series.commitment].commitment

    def _per(self, series: Series) -> str:
        commitment = self._commitment(series)
        if commitment is None:
            assert series.wish is not None
            return series.wish.per
        assert isinstance(commitment.terms, CountTerms)
        return commitment.terms.per

    def period_holding(self, series: Series, day: date) -> Period | None:
        """The period that holds the day; None on days not in force."""
        return self.matter.period_holding(self._per(series), day) if day in self.matter.frame else None

    def periods(self, series: Series, days: DayRange) -> Iterator[Period]:
        """Every period that shares a day with `days`, which are days in force."""
        day = days.first
        while day <= days.last:
            period = self.matter.period_holding(self._per(series), day)
            yield period
            day = period.days.last + ONE_DAY

    def terms(self, series: Series, period: Period) -> CountTerms:
        """What counts in the period: the commitment's terms, amended, or those of the wish."""
        commitment = self._commitment(series)
        if commitment is None:
            wish = series.wish
            assert wish is not None
            return CountTerms(activity=wish.activity, at_least=wish.at_least, per=wish.per, by_role=wish.by_role)
        terms = self.matter.terms_on(commitment, period.days.first).terms
        assert isinstance(terms, CountTerms)
        return terms

    def places(self, series: Series, period: Period) -> dict[str, Place]:
        """The places it is planned at in the period, by id: those open on at least one of its days."""
        key = series.id, period.days.first
        if key not in self._places:
            terms = self.terms(series, period)
            if terms.for_each is not None:
                found = self.matter.places_matching(terms.for_each, period.days)
            else:
                named = (self.matter.evidence.places[each] for each in series.places)
                found = tuple(each for each in named if self.matter.is_open(each, period.days))
            self._places[key] = {each.id: each for each in found}
        return self._places[key]

    def required(self, series: Series, place: Place, period: Period) -> int:
        """How many are asked for at the place: 0 where the period is not due, waived or excused.

        Clipped, amended and reduced as a verdict has it, by the place's own opening and exceptions
        also where the promise itself names no places. A wish is reduced by the opening, rounded down.
        """
        if series.commitment is not None:
            return asking(self.matter, self._promises[series.commitment], period, place).number
        open_days = self.matter.open_days(place).within(period.days)
        return reduced(self.terms(series, period).at_least, len(open_days), len(period.whole))

    def axis(self, series: Series, place: Place, period: Period) -> tuple[date, ...]:
        """The days of the period over which its items are laid."""
        key = place.id, series.on_saturdays, series.between
        if key not in self._axes:
            self._axes[key] = self._calendar.axis(
                place, self.closures(place), saturdays=series.on_saturdays, season=series.between
            )
        return part(self._axes[key], period.days)

    def closures(self, place: Place) -> tuple[Closure, ...]:
        """When the place can't be visited, by first day."""
        if place.id not in self._closures:
            self._closures[place.id] = closures_of(place, self._closed_by_place)
        return self._closures[place.id]

    @cached_property
    def _closed_by_place(self) -> dict[str | None, list[ClosedDays]]:
        found: dict[str | None, list[ClosedDays]] = defaultdict(list)
        for each in self.matter.records.closed_days:
            found[each.place].append(each)
        return found
