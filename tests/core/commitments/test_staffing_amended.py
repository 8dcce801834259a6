"""Staffing whose terms change while it runs."""

from datetime import date

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules.staffing import StaffingTerms
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.model import Event, Records, RoleHolding
from tests.core.commitments.scenes import START, amended, promising, the_verdict

TWO = StaffingTerms(role="contact", at_least=2, fixed=True)
NEW_YEAR = date(2017, 1, 1)


def held(
    person: str, since: date = START, until: date | None = None, role: str = "contact", acting: bool = False
) -> RoleHolding:
    return RoleHolding(role=role, person=person, since=since, until=until, acting=acting)


def event(kind: str, on: date) -> Event:
    return Event(id=f"{kind}-{on}", kind=kind, on=on)


def test_each_day_goes_by_the_number_valid_on_it():
    agreed = promising(TWO, amendments=[amended(NEW_YEAR, at_least=3)])
    recorded = Records(roles=(held("anne"), held("bo")))

    found = the_verdict(agreed, recorded, date(2017, 1, 4))

    assert found.gaps == (DayRange(NEW_YEAR, date(2017, 1, 3)),)
    assert found.amendment == "Sak 1"


def test_each_day_goes_by_the_role_valid_on_it():
    agreed = promising(TWO, amendments=[amended(NEW_YEAR, role="chief", at_least=1)])
    recorded = Records(
        roles=(held("anne", until=date(2016, 12, 31)), held("bo"), held("per", role="chief", since=NEW_YEAR))
    )

    found = the_verdict(agreed, recorded, date(2017, 3, 1))

    assert (found.standing, found.gaps) == (Standing.ON_TRACK, ())


def test_an_amended_role_begins_nothing_anew():
    """Two held the first role; who takes the new one on its first day is new, who held the old one is not."""
    agreed = promising(TWO, amendments=[amended(NEW_YEAR, role="chief")])
    recorded = Records(
        roles=(held("anne"), held("bo"), held("anne", role="chief", since=NEW_YEAR), held("per", role="chief"))
    )

    assert the_verdict(agreed, recorded, date(2016, 12, 31)).changes == 0
    assert the_verdict(agreed, recorded, NEW_YEAR).changes == 1


@pytest.mark.parametrize(
    ("roles", "changes"),
    [
        ((held("anne"), held("bo")), 0),
        ((held("anne"), held("bo"), held("eva", since=NEW_YEAR)), 1),  # a third who comes later
        ((held("anne"), held("bo"), held("eva", since=NEW_YEAR, acting=True)), 0),  # only acting
        (
            (
                held("anne"),
                held("bo"),
                held("eva", NEW_YEAR, date(2017, 1, 31), acting=True),
                held("eva", date(2017, 2, 1)),
            ),
            1,
        ),  # first acting, then for good
        ((held("anne"), held("bo"), held("eva", date(2015, 1, 1), date(2015, 6, 1)), held("eva", NEW_YEAR)), 0),
        ((held("anne"), held("bo", NEW_YEAR), held("eva", date(2017, 2, 1))), 1),  # filled on 1 January
        ((held("anne"), held("eva", NEW_YEAR), held("bo", NEW_YEAR)), 0),  # both on the day it was filled
        ((held("anne"), held("eva", NEW_YEAR, acting=True), held("bo", date(2017, 2, 1))), 0),  # acting fills nothing
    ],
)
def test_how_many_came_new_after_it_was_first_filled(roles: tuple[RoleHolding, ...], changes: int):
    assert the_verdict(promising(TWO), Records(roles=roles), date(2017, 3, 1)).changes == changes


def test_changes_are_told_only_where_the_people_are_fixed():
    terms = StaffingTerms(role="contact", at_least=1)

    assert the_verdict(promising(terms), Records(roles=(held("anne"),)), NEW_YEAR).changes is None


def test_it_ends_with_the_earliest_event_on_or_after_the_first_day():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    recorded = Records(
        roles=(held("anne", until=date(2017, 2, 1)),),
        events=(
            event("reform", date(2016, 9, 30)),
            event("reform", date(2017, 3, 1)),
            event("reform", date(2017, 2, 1)),
        ),
    )

    assert the_verdict(promising(terms), recorded, date(2017, 2, 1)).standing == Standing.ON_TRACK
    assert the_verdict(promising(terms), recorded, date(2017, 2, 2)).standing == Standing.KEPT


def test_an_event_to_come_ends_nothing_yet():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    recorded = Records(roles=(held("anne", until=NEW_YEAR),), events=(event("reform", date(2017, 2, 1)),))

    assert the_verdict(promising(terms), recorded, date(2017, 1, 20)).standing == Standing.BROKEN


def test_an_event_after_the_end_ends_nothing_more():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    recorded = Records(roles=(held("anne"),), events=(event("reform", date(2019, 12, 1)),))

    assert the_verdict(promising(terms), recorded, date(2020, 1, 1)).standing == Standing.KEPT


def test_the_amendment_named_is_the_one_of_the_last_day_counted():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    agreed = promising(terms, amendments=[amended(NEW_YEAR, at_least=2)])
    recorded = Records(roles=(held("anne"),), events=(event("reform", date(2016, 12, 1)),))

    found = the_verdict(agreed, recorded, date(2017, 3, 1))

    assert (found.standing, found.amendment) == (Standing.KEPT, None)


def test_where_until_is_amended_each_day_goes_by_the_event_of_that_day():
    """The reform came in November, before the parties agreed that it ends the promise: so it ends when that holds."""
    terms = StaffingTerms(role="contact", at_least=1)
    agreed = promising(terms, amendments=[amended(NEW_YEAR, until="reform")])
    recorded = Records(roles=(held("anne", until=NEW_YEAR),), events=(event("reform", date(2016, 11, 1)),))

    assert the_verdict(agreed, recorded, NEW_YEAR).standing == Standing.ON_TRACK
    assert the_verdict(agreed, recorded, date(2017, 1, 2)).standing == Standing.KEPT


def test_an_agreement_and_a_post_without_an_end_in_sight():
    terms = StaffingTerms(role="contact", at_least=1)
    forever = date(9999, 12, 31)

    found = the_verdict(
        promising(terms, last=forever), Records(roles=(held("anne", date(2016, 11, 1), forever),)), date(2017, 1, 1)
    )

    assert found.gaps == (DayRange(START, date(2016, 10, 31)),)


def test_an_event_on_the_last_day_of_the_old_terms_ends_it():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    agreed = promising(terms, amendments=[amended(NEW_YEAR, until="another")])
    recorded = Records(roles=(held("anne", until=date(2016, 12, 31)),), events=(event("reform", date(2016, 12, 31)),))

    assert the_verdict(agreed, recorded, date(2017, 3, 1)).standing == Standing.KEPT


def test_amendments_of_one_day_and_after_the_end_leave_no_empty_stretch():
    amendments = [amended(NEW_YEAR, at_least=5), amended(NEW_YEAR, at_least=1), amended(date(2019, 12, 1), at_least=9)]
    recorded = Records(roles=(held("anne"), held("bo", until=date(2016, 12, 31))))

    found = the_verdict(promising(TWO, amendments=amendments), recorded, date(2020, 1, 1))

    assert (found.standing, found.gap_days) == (Standing.KEPT, 0)


def test_an_event_on_the_first_day_ends_it_with_that_day():
    terms = StaffingTerms(role="contact", at_least=1, until="reform")
    recorded = Records(roles=(held("anne", until=START),), events=(event("reform", START),))

    assert the_verdict(promising(terms), recorded, date(2016, 10, 2)).standing == Standing.KEPT
