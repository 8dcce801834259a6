"""One case to judge: a commitment, its subject and period, and the day of judgement."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from politikontakt.core.agreement.model import Commitment
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.calendar.daysets import DaySet
from politikontakt.core.calendar.periods import Period
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.evidence import Evidence
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.verdict import PeriodRef, Standing, Verdict
from politikontakt.core.records.model import Exemption, Place


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a verdict is about. `name` is how it is written; "" where the promise is one.

    `missing`: the promise is for places or members of which there is none in the period.
    """

    name: str = ""
    place: Place | None = None
    member: str | None = None
    missing: bool = False


THE_PROMISE = Subject()
NO_SUBJECT = Subject(missing=True)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment and the clause it stands in."""

    clause: str
    commitment: Commitment


@dataclass(frozen=True)
class Case:
    """Everything a rule may look at.

    `on` is the real day of judgement: it says what is over and what is past. `amendment` is the decision
    of the amendment that the terms come from.
    """

    matter: Matter
    promise: Promise
    subject: Subject
    period: Period
    terms: Terms
    amendment: str | None
    on: date

    @property
    def commitment(self) -> Commitment:
        """The commitment that is judged."""
        return self.promise.commitment

    @property
    def evidence(self) -> Evidence:
        """What was recorded."""
        return self.matter.evidence

    @property
    def over(self) -> bool:
        """Whether the period is over."""
        return self.period.over(self.on)

    @property
    def exceptions(self) -> list[Exemption]:
        """The exceptions for this subject that share a day with the period, in the order of the file."""
        return [
            each
            for each in self.evidence.exceptions(self.commitment.id)
            if each.subject in (None, "", self.subject.name)
            and each.first <= self.period.days.last
            and each.last >= self.period.days.first
        ]

    @cached_property
    def accepted(self) -> list[Exemption]:
        """Those that hold: every party that is owed the promise has accepted them."""
        owed_to = set(self.commitment.owed_to)
        return [each for each in self.exceptions if owed_to <= set(each.accepted_by)]

    def _excepted(self) -> DaySet:
        return self.days_of(DayRange(each.first, each.last) for each in self.accepted)

    def days_of(self, ranges: Iterable[DayRange]) -> DaySet:
        """The days in force that lie in one of the ranges."""
        return DaySet.of(self.matter.frame, ranges)

    @cached_property
    def open_days(self) -> DaySet:
        """The days of the period on which the place is open."""
        return self.matter.open_days(self.subject.place).within(self.period.days)

    @cached_property
    def days_that_count(self) -> DaySet:
        """The open days without accepted exceptions: what a number is reduced by."""
        return self.open_days - self._excepted() if self.accepted else self.open_days

    @cached_property
    def days_to_visit(self) -> DaySet:
        """The open days on which a visit is possible, exceptions or not: what is left is counted in these."""
        return self.matter.visitable_days(self.subject.place).within(self.period.days)

    @cached_property
    def usable_days(self) -> DaySet:
        """The days to visit without accepted exceptions: what is expected goes by these."""
        return self.days_to_visit & self.days_that_count if self.accepted else self.days_to_visit

    def verdict(self, standing: Standing, *reasons: str, **numbers: Any) -> Verdict:
        """A verdict of this case, with the numbers that its kind gives."""
        return Verdict(
            commitment=self.commitment.id,
            clause=self.promise.clause,
            subject=self.subject.name,
            period=PeriodRef(label=self.period.label, first=self.period.days.first, last=self.period.days.last),
            standing=standing,
            reasons=reasons,
            amendment=self.amendment,
            **numbers,
        )
