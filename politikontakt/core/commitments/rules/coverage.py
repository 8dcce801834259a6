"""`coverage`: each member of a list reached so many times in each period."""

from collections.abc import Sequence
from dataclasses import dataclass

from politikontakt.core.agreement.shapes import (
    ForEach,
    Wrong,
    codes,
    one_of,
    places_matching,
    role,
    whole_number,
    words,
)
from politikontakt.core.agreement.terms import Terms, term
from politikontakt.core.agreement.vocabulary import PLACE_KINDS
from politikontakt.core.calendar.periods import PERIOD_KINDS, Period
from politikontakt.core.commitments.case import Case, Subject
from politikontakt.core.commitments.cases import by_period, each_place
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.numbers import Tally, days_left_for_days, verdict_on
from politikontakt.core.commitments.required import expected, required
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.sifting import Asked, sift
from politikontakt.core.commitments.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageTerms(Terms):
    """Each theme of a list taken up at each school once a school year."""

    activity: tuple[str, ...] = term(codes())
    each_of: str = term(one_of("place_kind", "partner", "theme", "place"))
    members: tuple[str, ...] = term(words())
    at_least: int = term(whole_number(least=1), default=1)
    per: str = term(one_of(*PERIOD_KINDS), amendable=False)
    by_role: str | None = term(role(), default=None)
    for_each: ForEach | None = term(places_matching(), default=None, amendable=False)

    def contradictions(self) -> Sequence[Wrong]:
        """Places stand without `for_each`; kinds of places are those that places.csv knows."""
        if self.each_of == "place" and self.for_each is not None:
            return [Wrong("places_with_for_each", {}, ".for_each")]
        if self.each_of != "place_kind":
            return ()
        return [
            Wrong("not_one_of", {"found": member, "choices": PLACE_KINDS}, f".members[{position}]")
            for position, member in enumerate(self.members)
            if member not in PLACE_KINDS
        ]


def subjects(matter: Matter, terms: CoverageTerms, period: Period) -> Sequence[Subject]:
    """The members, for each place where places are named. A member that is a place must be open in the period."""
    if terms.each_of == "place":
        places = (matter.evidence.places.get(member) for member in terms.members)
        return [Subject(each.id, each) for each in places if each and matter.is_open(each, period.days)]
    if terms.for_each is None:
        return [Subject(member, None, member) for member in terms.members]
    return [
        Subject(f"{at.name}/{member}", at.place, member)
        for at in each_place(matter, terms, period)
        for member in terms.members
    ]


def tally(terms: CoverageTerms, case: Case) -> Tally:
    """Count the days on which the member was reached, as `count` does, rounded down in a part of a period."""
    axes: list[str] = []
    at: list[str] = []
    if case.subject.place:
        axes, at = ["place"], [case.subject.place.id]
    if case.subject.member is not None:
        axes, at = [*axes, terms.each_of], [*at, case.subject.member]
    activities = case.evidence.activities(terms.activity, tuple(axes), tuple(at)).within(case.period.whole)
    found = sift(activities, Asked(by_role=terms.by_role), case)
    asked_for = required(case, terms.at_least, "round_down")
    days_left = days_left_for_days(case, found)
    return Tally(found, asked_for, lambda day: expected(asked_for.number, case.usable_days, day), days_left)


def judge(terms: CoverageTerms, case: Case) -> Verdict:
    """Say how the member stands, as `count` does."""
    return verdict_on(case, tally(terms, case))


RULE = Rule("coverage", CoverageTerms, by_period(subjects), judge, tally=tally)
