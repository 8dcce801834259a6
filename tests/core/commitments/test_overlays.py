"""Exceptions and disputes: what stands over every rule."""

from dataclasses import replace
from datetime import date

import pytest

from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules.deadline import DeadlineTerms
from politikontakt.core.commitments.rules.share import ShareTerms
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.model import Dispute, Exemption, Records
from tests.core.commitments.scenes import (
    EIGHT_A_YEAR,
    END,
    SCHOOL,
    START,
    agreement,
    clause,
    commitment,
    promising,
    records,
    the_verdict,
)

ON = date(2018, 3, 15)
YEAR_FIRST, YEAR_LAST = date(2017, 8, 1), date(2018, 7, 31)


def exemption(first: date = YEAR_FIRST, last: date = YEAR_LAST, kind: str = "waived", **more: object) -> Exemption:
    known = {"commitment": "P1", "accepted_by": ("kommune",)}
    return Exemption(first=first, last=last, kind=kind, **{**known, **more})  # type: ignore[arg-type]


def dispute(opened_on: date = ON, **more: object) -> Dispute:
    return Dispute(**{"commitment": "P1", "party": "politi", "opened_on": opened_on, **more})  # type: ignore[arg-type]


def standing(recorded: Records, on: date = ON) -> tuple[str, tuple[str, ...]]:
    found = the_verdict(promising(EIGHT_A_YEAR), recorded, on)
    return found.standing.value, found.reasons


def test_every_party_it_is_owed_to_must_accept():
    agreed = agreement(clause(commitment(EIGHT_A_YEAR, owed_to=("kommune", "skole"))))
    by_one = records(exceptions=(exemption(accepted_by=("kommune", "politi")),))
    by_both = records(exceptions=(exemption(accepted_by=("skole", "kommune")),))

    assert the_verdict(agreed, by_one, ON).reasons == ("exception_not_accepted",)
    assert the_verdict(agreed, by_both, ON).standing == Standing.WAIVED


def test_an_exception_of_another_subject_or_period_is_none_here():
    elsewhere = exemption(subject="vikhammer", accepted_by=())
    earlier = exemption(date(2016, 10, 1), date(2017, 7, 31), accepted_by=())

    assert standing(records(exceptions=(elsewhere, earlier))) == ("at_risk", ())


@pytest.mark.parametrize(
    ("first", "last", "touches"),
    [
        (date(2017, 7, 1), date(2017, 7, 31), False),
        (date(2017, 7, 1), YEAR_FIRST, True),
        (YEAR_LAST, date(2018, 9, 1), True),
        (date(2018, 8, 1), date(2018, 9, 1), False),
    ],
)
def test_one_shared_day_is_enough_to_be_told(first: date, last: date, touches: bool):
    _, reasons = standing(records(exceptions=(exemption(first, last, accepted_by=()),)))

    assert reasons == (("exception_not_accepted",) if touches else ())


def test_open_days_are_those_of_the_place():
    """The school opens on 1 January 2018: an exception from then on leaves no open day."""
    late_school = replace(SCHOOL, opened_on=date(2018, 1, 1))

    recorded = records(places=(late_school,), exceptions=(exemption(first=date(2018, 1, 1), kind="excused"),))

    assert standing(recorded) == ("excused", ())


def test_a_second_exception_that_nobody_accepted_is_still_told():
    assert standing(records(exceptions=(exemption(), exemption(kind="excused", accepted_by=())))) == (
        "waived",
        ("exception_not_accepted",),
    )


def test_of_two_that_cover_all_the_first_of_the_file_gives_the_kind():
    assert standing(records(exceptions=(exemption(kind="excused"), exemption()))) == ("excused", ())
    assert standing(records(exceptions=(exemption(), exemption(kind="excused")))) == ("waived", ())


def test_of_two_that_both_cover_the_first_day_the_first_of_the_file_gives_the_kind():
    tail = exemption(first=date(2018, 2, 1), kind="excused")
    long, short = exemption(last=date(2018, 3, 1)), exemption(last=date(2018, 2, 1), kind="excused")

    assert standing(records(exceptions=(tail, long, short))) == ("waived", ())
    assert standing(records(exceptions=(tail, short, long))) == ("excused", ())


def test_excepted_days_are_not_among_those_that_expectation_goes_by():
    """November to July taken out, all school days that are left are past on 31 October: everything is expected."""
    recorded = records(exceptions=(exemption(first=date(2017, 11, 1)),))

    found = the_verdict(promising(EIGHT_A_YEAR), recorded, date(2017, 10, 31))

    assert (found.required, found.expected) == (2, 2)


def test_excepted_days_are_still_days_on_which_a_visit_is_possible():
    """On 31 October both are missing, but a visit in November counts all the same."""
    recorded = records(exceptions=(exemption(first=date(2017, 11, 1)),))

    assert standing(recorded, date(2017, 10, 31)) == ("at_risk", ("part_period_reduced",))


def test_before_the_start_exceptions_and_disputes_say_nothing():
    recorded = records(exceptions=(exemption(START, END),), disputes=(dispute(date(2016, 9, 1)),))

    assert standing(recorded, date(2016, 9, 15)) == ("not_due", ())


@pytest.mark.parametrize(
    "terms",
    [
        DeadlineTerms(document="plan", by=date(2016, 12, 31)),
        ShareTerms(purpose="preventive", by_role="contact", at_least=1, per="term"),  # type: ignore[arg-type]
    ],
)
def test_in_other_kinds_only_a_whole_period_counts(terms: DeadlineTerms | ShareTerms):
    almost = records(exceptions=(exemption(START, date(2019, 9, 29)),))
    whole = records(exceptions=(exemption(START, END),))

    assert the_verdict(promising(terms), almost, ON).standing in (Standing.BROKEN, Standing.NOT_MEASURED)
    assert the_verdict(promising(terms), whole, ON).standing == Standing.WAIVED


def test_a_promise_without_subject_can_be_waived_as_a_whole():
    recorded = Records(exceptions=(exemption(),))

    found = the_verdict(promising(EIGHT_A_YEAR), recorded, ON)

    assert (found.subject, found.standing, found.reasons) == ("", Standing.WAIVED, ())


@pytest.mark.parametrize(
    ("more", "disputed"),
    [
        ({}, True),
        ({"opened_on": date(2018, 3, 16)}, False),
        ({"opened_on": date(2018, 1, 1), "settled_on": ON}, False),
        ({"opened_on": date(2018, 1, 1), "settled_on": date(2018, 3, 16)}, True),
        ({"subject": "hommelvik"}, True),
        ({"subject": "vikhammer"}, False),
        ({"period_first": YEAR_FIRST}, True),
        ({"period_first": START}, False),
        ({"commitment": "P2"}, False),
    ],
)
def test_a_dispute_is_open_on_its_days_for_its_subject_and_period(more: dict[str, object], disputed: bool):
    found = the_verdict(promising(EIGHT_A_YEAR), records(disputes=(dispute(**more),)), ON)  # type: ignore[arg-type]

    assert (found.standing == Standing.DISPUTED) is disputed
    assert found.would_be == (Standing.AT_RISK if disputed else None)


def test_a_dispute_of_one_period_is_seen_in_that_period_alone():
    recorded = records(disputes=(dispute(period_first=START),))

    found = verdicts(promising(EIGHT_A_YEAR), recorded, on=ON, all_periods=True)

    assert [each.standing.value for each in found] == ["disputed", "at_risk"]
