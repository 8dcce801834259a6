"""A standing's history jumps from edge to edge, and says the same as looking at every day."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import When
from politikontakt.core.commitments.history import Change, as_on, changes, turning_days
from politikontakt.core.commitments.judge import find_case, promises
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.rules import KINDS, RULES
from politikontakt.core.commitments.rules.answer import AnswerTerms
from politikontakt.core.commitments.rules.deadline import DeadlineTerms
from politikontakt.core.commitments.rules.judgement import JudgementTerms
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.model import Dispute, Document, Judgement, Records, Request
from politikontakt.core.records.read import read_records
from tests.core.commitments.scenes import EIGHT_A_YEAR, START, amended, promising, records
from tests.oracle.inventing import invent

END = date(2019, 9, 30)
FAR = date(2099, 12, 31)
ONE_YEAR_ON = timedelta(days=400)
PLAN = DeadlineTerms(document="plan", by=date(2020, 3, 31))
QUICKLY = AnswerTerms(request="question", within_working_days=5, share_at_least=Fraction(1), per="month")


def day_by_day(case: Case, until: date) -> tuple[Change, ...]:
    """What `changes` promises, said as plainly as can be."""
    found: list[Change] = []
    day = case.period.days.first
    while day <= max(until, case.period.days.first):
        standing = as_on(case, day).standing
        if not found or found[-1].standing != standing:
            found.append(Change(day, standing))
        day += timedelta(days=1)
    return tuple(found)


def invented(seed: int) -> tuple[Matter, date]:
    """The agreement and records of a seed, and the day they are asked about."""
    case = invent(seed)
    agreement = read_agreement(case.toml, file="agreement.toml", kinds=KINDS)
    return Matter(agreement, read_records(case.folder, agreement)), case.on


def cases_of(matter: Matter, on: date) -> list[Case]:
    return [
        case
        for promise in promises(matter.agreement)
        for case in RULES[promise.commitment.rule].cases(matter, promise, When(on, all_periods=False))
    ]


@pytest.mark.parametrize("seed", range(1, 21))
def test_edges_and_days_tell_the_same_of_invented_agreements(seed: int):
    matter, on = invented(seed)
    for case in cases_of(matter, on):
        for until in (on, case.period.days.last + ONE_YEAR_ON):
            assert changes(case, until) == day_by_day(case, until), (case.commitment.id, case.subject.name, until)


def test_the_invented_agreements_hold_every_kind_of_rule():
    kinds = {each.commitment.rule for seed in range(1, 21) for each in promises(invented(seed)[0].agreement)}

    assert kinds == set(RULES)


def the_case(matter: Matter, subject: str = "", first: date = START) -> Case:
    found = find_case(matter, commitment="P1", subject=subject, period_first=first, on=first)
    assert found is not None
    return found


def test_a_deadline_after_the_end_comes_near_and_passes():
    case = the_case(Matter(promising(PLAN), Records()))

    assert changes(case, FAR) == (
        Change(START, Standing.ON_TRACK),
        Change(date(2020, 3, 1), Standing.AT_RISK),  # thirty days before
        Change(date(2020, 4, 1), Standing.BROKEN),
    )


def test_a_deadline_that_was_moved_after_the_end_turns_by_both_days():
    agreed = promising(PLAN, amendments=[amended(date(2020, 6, 1), by=date(2020, 12, 31))])
    recorded = Records(documents=(Document(id="d", kind="plan", approved_on=date(2021, 2, 1)),))

    found = changes(the_case(Matter(agreed, recorded)), FAR)

    assert [(each.on, each.standing.value) for each in found[2:]] == [
        (date(2020, 4, 1), "broken"),
        (date(2020, 6, 1), "on_track"),
        (date(2020, 12, 1), "at_risk"),
        (date(2021, 1, 1), "broken"),
        (date(2021, 2, 1), "late"),
    ]


def test_a_request_of_the_last_day_keeps_the_month_open_until_its_time_is_up():
    asked = Request(id="r", kind="question", received_on=date(2016, 10, 31))

    found = changes(the_case(Matter(promising(QUICKLY), Records(requests=(asked,)))), FAR)

    assert found == (
        Change(START, Standing.NOT_DUE),
        Change(date(2016, 11, 8), Standing.BROKEN),  # five working days from Tuesday 1 November
    )


def test_an_answer_after_the_month_turns_it_on_its_day():
    asked = Request(
        id="r", kind="question", received_on=date(2016, 10, 31), answered_on=date(2016, 11, 3), outcome="done"
    )

    found = changes(the_case(Matter(promising(QUICKLY), Records(requests=(asked,)))), FAR)

    assert found[-1] == Change(date(2016, 11, 3), Standing.KEPT)


def test_findings_and_disputes_after_the_period_turn_it_on_their_days():
    terms = JudgementTerms(by=("distrikt", "kommune"), per="school_year")
    recorded = Records(
        judgements=tuple(
            Judgement(commitment="P1", party=party, period_first=START, judged_on=day, finding="kept")
            for party, day in (("distrikt", date(2017, 9, 1)), ("kommune", date(2018, 9, 1)))
        ),
        disputes=(Dispute(commitment="P1", party="kommune", opened_on=date(2020, 1, 1), settled_on=date(2020, 2, 1)),),
    )

    found = changes(the_case(Matter(promising(terms), recorded)), FAR)

    assert [(each.on, each.standing.value) for each in found] == [
        (START, "not_due"),
        (date(2017, 8, 1), "not_measured"),
        (date(2018, 9, 1), "kept"),
        (date(2020, 1, 1), "disputed"),
        (date(2020, 2, 1), "kept"),
    ]


def test_a_period_over_for_eighty_years_is_looked_at_no_more_often_than_one_over_for_a_day():
    case = the_case(Matter(promising(EIGHT_A_YEAR), records()), "hommelvik")
    last = case.period.days.last

    assert len(turning_days(case, FAR)) == len(turning_days(case, last + timedelta(days=1)))


@pytest.mark.parametrize("by", [date.min, date.max])
def test_the_first_and_the_last_day_there_is_are_no_trouble(by: date):
    case = the_case(Matter(promising(DeadlineTerms(document="plan", by=by)), Records()))

    assert changes(case, FAR)[-1].standing is (Standing.BROKEN if by == date.min else Standing.ON_TRACK)
