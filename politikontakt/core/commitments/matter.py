"""An agreement and the evidence under it, with everything that does not depend on the day of judgement."""

from datetime import date
from functools import cached_property

from politikontakt.core.agreement.amended import TermsInForce, in_force_on, terms_over_time
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.shapes import ForEach
from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.periods import Period, period_holding, periods, term
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.calendar.school import school_days
from politikontakt.core.commitments.evidence import Evidence
from politikontakt.core.records.model import Place, Records


class Matter:
    """One agreement and its records, to be judged on any day. Make it once and ask it often."""

    def __init__(self, agreement: Agreement, records: Records | Evidence) -> None:
        self.agreement = agreement
        self.evidence = Evidence(records) if isinstance(records, Records) else records
        self._open: dict[str, DaySet] = {}
        self._visitable: dict[str, DaySet] = {}
        self._terms: dict[str, tuple[TermsInForce, ...]] = {}
        self._matches: dict[ForEach, tuple[Place, ...]] = {}

    @property
    def records(self) -> Records:
        """The records as they were given."""
        return self.evidence.records

    @cached_property
    def frame(self) -> DayRange:
        """The days the agreement is in force."""
        return self.agreement.in_force

    @cached_property
    def every_day(self) -> DaySet:
        """All days in force."""
        return DaySet.of(self.frame, [self.frame])

    @cached_property
    def term(self) -> Period:
        """The agreement's whole life."""
        return term(self.frame)

    def period_holding(self, per: str, day: date) -> Period:
        """The period of the kind that holds the day; the first before the start, the last after the end."""
        return period_holding(per, self.frame, self.agreement.school_year_starts, day)

    def periods(self, per: str, until: date) -> tuple[Period, ...]:
        """Every period of the kind begun by the day."""
        return periods(per, self.frame, self.agreement.school_year_starts, until)

    def terms_on(self, commitment: Commitment, day: date) -> TermsInForce:
        """The commitment's terms on a day."""
        return in_force_on(self.terms_over_time(commitment), day)

    def terms_over_time(self, commitment: Commitment) -> tuple[TermsInForce, ...]:
        """The commitment's terms as they have followed each other."""
        found = self._terms.get(commitment.id)
        if found is None:
            found = self._terms[commitment.id] = terms_over_time(self.agreement, commitment)
        return found

    def open_days(self, place: Place | None) -> DaySet:
        """The days in force on which the place is open; without a place all."""
        if place is None:
            return self.every_day
        found = self._open.get(place.id)
        if found is None:
            found = self._open[place.id] = DaySet.of(self.frame, [opening(place, self.frame)])
        return found

    def visitable_days(self, place: Place | None) -> DaySet:
        """The open days that are no weekend, public holiday or closed day either, where the place is a school."""
        if place is None or place.kind != "school":
            return self.open_days(place)
        found = self._visitable.get(place.id)
        if found is None:
            days = school_days(self.frame, self.evidence.closed(place.id))
            found = self._visitable[place.id] = self.open_days(place) & days
        return found

    def places_matching(self, wanted: ForEach, days: DayRange) -> tuple[Place, ...]:
        """The places the promise holds for that are open on at least one of the days, by id."""
        return tuple(each for each in self._matching(wanted) if self.is_open(each, days))

    def _matching(self, wanted: ForEach) -> tuple[Place, ...]:
        found = self._matches.get(wanted)
        if found is None:
            matching = (each for each in self.evidence.places.values() if matches(each, wanted))
            found = self._matches[wanted] = tuple(matching)
        return found

    def is_open(self, place: Place, days: DayRange) -> bool:
        """Whether the place is open on at least one of the days."""
        return (place.opened_on is None or place.opened_on <= days.last) and (
            place.closed_on is None or place.closed_on >= days.first
        )


def matches(place: Place, wanted: ForEach) -> bool:
    """Whether the place is of the kind, teaches the stage and has the owner that are asked for.

    Where only one end of a school's stages is known, it is taken to teach everything on that side.
    """
    return (
        wanted.place in (None, place.kind)
        and wanted.owner in (None, place.owner)
        and (wanted.teaches_stage is None or _teaches(place, wanted.teaches_stage))
    )


def _teaches(place: Place, stage: int) -> bool:
    if place.stage_from is None and place.stage_to is None:
        return False
    return (place.stage_from or stage) <= stage <= (place.stage_to or stage)


def opening(place: Place, frame: DayRange) -> DayRange:
    """From the day the place opens to the day it closes; where one is not known, as far as `frame` goes."""
    first = place.opened_on or min(frame.first, place.closed_on or frame.first)
    return DayRange(first, max(first, place.closed_on or frame.last))
