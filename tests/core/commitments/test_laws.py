"""What holds whatever was promised and done."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.as_json import as_json
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules.answer import AnswerTerms
from politikontakt.core.commitments.rules.cohort import CohortTerms
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.commitments.rules.coverage import CoverageTerms
from politikontakt.core.commitments.rules.deadline import DeadlineTerms
from politikontakt.core.commitments.rules.judgement import JudgementTerms
from politikontakt.core.commitments.rules.meeting import MeetingTerms
from politikontakt.core.commitments.rules.share import ShareTerms
from politikontakt.core.commitments.rules.staffing import StaffingTerms
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import (
    Activity,
    ClosedDays,
    Document,
    Event,
    Exemption,
    Judgement,
    Meeting,
    Records,
    Request,
    RoleHolding,
)
from tests.core.commitments.scenes import (
    LOWER_SECONDARY,
    SCHOOL,
    START,
    agreement,
    clause,
    commitment,
    day,
    promising,
    the_verdict,
    visit,
)

LIFE = 430
FROM_WORST = [Standing.BROKEN, Standing.AT_RISK, Standing.ON_TRACK, Standing.KEPT]

days = st.integers(-20, LIFE + 20).map(day)
statuses = st.sampled_from(["done", "done", "planned", "cancelled"])
spans = st.tuples(days, days).map(sorted)
closures = st.lists(spans.map(lambda span: ClosedDays(first=span[0], last=span[1])), max_size=2)


@st.composite
def activities(draw: st.DrawFn) -> tuple[Activity, ...]:
    rows = draw(st.lists(st.tuples(days, statuses, st.integers(0, 60), st.sampled_from(["anne", "bo"])), max_size=12))
    return tuple(
        visit(on, f"v{n}", status=status, minutes=minutes, people=(person,), audience=("parents",), themes=("drugs",))
        for n, (on, status, minutes, person) in enumerate(rows)
    )


@st.composite
def exemptions(draw: st.DrawFn) -> tuple[Exemption, ...]:
    rows = draw(st.lists(st.tuples(spans, st.booleans()), max_size=2))
    return tuple(
        Exemption(
            commitment="P1",
            first=first,
            last=last,
            kind="waived",
            accepted_by=("kommune",) if accepted else ("politi",),
        )
        for (first, last), accepted in rows
    )


count_terms = st.builds(
    CountTerms,
    activity=st.just(("visit",)),
    at_least=st.integers(1, 8),
    per=st.sampled_from(PERIOD_KINDS),
    for_each=st.sampled_from([None, LOWER_SECONDARY]),
    by_role=st.sampled_from([None, "contact"]),
    distinct=st.sampled_from(["days", "items"]),
    min_minutes=st.sampled_from([0, 30]),
    part_year=st.sampled_from(["round_down", "round_up", "full", "exempt"]),
)


@st.composite
def recorded(draw: st.DrawFn) -> Records:
    return Records(
        places=(SCHOOL,),
        roles=(RoleHolding(role="contact", person="anne", since=START - timedelta(days=30)),),
        activities=draw(activities()),
        exceptions=draw(exemptions()),
        closed_days=tuple(draw(closures)),
    )


@given(count_terms, recorded(), days, st.data())
def test_one_more_qualifying_visit_never_makes_a_standing_worse(
    terms: CountTerms, records: Records, on: date, data: st.DataObject
):
    agreed = promising(terms, last=day(LIFE))
    before = the_verdict(agreed, records, on)
    assert before.period is not None
    last = min(on, before.period.last)
    if before.standing not in FROM_WORST or last < before.period.first:
        return
    more = visit(data.draw(st.dates(before.period.first, last)), "more")

    after = the_verdict(agreed, dataclasses.replace(records, activities=(*records.activities, more)), on)

    assert FROM_WORST.index(after.standing) >= FROM_WORST.index(before.standing)
    assert "more" in (after.counted or ()) or "same_day" in [each.reason for each in after.ignored or ()]


@given(count_terms, recorded(), days)
def test_the_numbers_of_a_verdict_fit_each_other(terms: CountTerms, records: Records, on: date):
    verdict = the_verdict(promising(terms, last=day(LIFE)), records, on)
    if verdict.counted is None or verdict.required is None or verdict.expected is None:
        assert on < START
        return

    assert verdict.done == len(verdict.counted)
    assert 0 <= verdict.expected <= verdict.required <= terms.at_least
    assert not set(verdict.counted) & {each.id for each in verdict.ignored or ()}
    if verdict.standing == Standing.KEPT:
        assert verdict.done >= verdict.required > 0


@given(count_terms, recorded(), st.integers(0, LIFE).map(day))
def test_the_required_number_is_what_a_count_day_by_day_gives(terms: CountTerms, records: Records, on: date):
    agreed = promising(terms, last=day(LIFE))
    verdict = the_verdict(agreed, records, on)
    assert verdict.period is not None
    if terms.part_year in ("full", "exempt") or verdict.required is None:
        return
    whole = _whole_period(terms.per, agreed, verdict.period.first)

    counting = [
        each
        for each in whole
        if each in agreed.in_force
        and not any(row.first <= each <= row.last for row in records.exceptions if "kommune" in row.accepted_by)
    ]

    exact = terms.at_least * len(counting) / len(whole)
    rounded = int(exact) if terms.part_year == "round_down" else -int(-exact // 1)
    assert verdict.required == rounded


def _whole_period(per: str, agreed: Agreement, first: date) -> list[date]:
    """Every day that has the same name of its period as `first`, by another way of naming."""
    near = [first + timedelta(days=n) for n in range(-800, 800)]
    return [each for each in near if _name(per, agreed, each) == _name(per, agreed, first)]


def _name(per: str, agreed: Agreement, each: date) -> Any:
    start = agreed.effective_from
    months = (each.year - start.year) * 12 + each.month - start.month - (each.day < start.day)
    return {
        "calendar_year": each.year,
        "school_year": each.year if (each.month, each.day) >= (8, 1) else each.year - 1,
        "agreement_year": months // 12,
        "half_year": (each.year, each.month > 6),
        "calendar_quarter": (each.year, (each.month - 1) // 3),
        "agreement_quarter": months // 3,
        "month": (each.year, each.month),
        "week": each.isocalendar()[:2],
        "term": each in agreed.in_force,
    }[per]


OF_EVERY_KIND = agreement(
    *(
        clause(commitment(terms, id=f"P{n}"), ref=f"{n}")
        for n, terms in enumerate(
            (
                CountTerms(activity=("visit",), at_least=5, per="school_year", for_each=LOWER_SECONDARY),
                CountTerms(activity=("visit",), at_least=3, per="half_year", distinct="items", by_role="contact"),
                MeetingTerms(meeting="council", per="calendar_quarter", present=(("contact", 1),)),
                DeadlineTerms(document="plan", by=day(90)),
                DeadlineTerms(event="moved", by=day(200)),
                StaffingTerms(role="contact", at_least=2, until="moved", fixed=True),
                ShareTerms(purpose="preventive", by_role="contact", at_least=1, per="month", min_coverage=0),  # type: ignore[arg-type]
                CohortTerms(activity=("visit",), for_each=LOWER_SECONDARY),
                CoverageTerms(activity=("visit",), each_of="theme", members=("drugs", "net"), per="calendar_year"),
                AnswerTerms(request="question", within_working_days=3, per="calendar_quarter"),
                JudgementTerms(per="half_year"),
            ),
            start=1,
        )
    ),
    last=day(LIFE),
)


@st.composite
def everything(draw: st.DrawFn) -> Records:
    """Rows of every kind; no two that speak of the same fact on the same day."""
    meetings = draw(st.lists(st.tuples(days, statuses, st.sampled_from(["anne", "bo"])), max_size=4))
    requests = draw(st.lists(st.tuples(days, st.none() | st.integers(0, 20)), max_size=4))
    judged = draw(st.lists(days, max_size=3, unique=True))
    holdings = draw(st.lists(st.tuples(spans, st.sampled_from(["anne", "bo", "eva"]), st.booleans()), max_size=4))
    basis = draw(recorded())
    return dataclasses.replace(
        basis,
        roles=basis.roles
        + tuple(
            RoleHolding(role="contact", person=person, since=first, until=last, acting=acting)
            for (first, last), person, acting in holdings
        ),
        meetings=tuple(
            Meeting(id=f"m{n}", kind="council", status=status, on=on, people=(person,))
            for n, (on, status, person) in enumerate(meetings)
        ),
        documents=tuple(
            Document(id=f"d{n}", kind="plan", approved_on=on) for n, on in enumerate(draw(st.lists(days, max_size=2)))
        ),
        events=tuple(Event(id=f"e{n}", kind="moved", on=on) for n, on in enumerate(draw(st.lists(days, max_size=2)))),
        requests=tuple(
            Request(
                id=f"r{n}",
                kind="question",
                received_on=on,
                answered_on=None if after is None else on + timedelta(days=after),
            )
            for n, (on, after) in enumerate(requests)
        ),
        judgements=tuple(
            Judgement(commitment="P11", party=party, period_first=START, judged_on=on, finding="kept")
            for party in ("politi", "kommune")
            for on in judged
        ),
    )


def told(found: Sequence[Verdict]) -> list[dict[str, Any]]:
    return [as_json(each) for each in found]


@given(everything(), days, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(records: Records, on: date, all_periods: bool, random: Random):
    shuffled = Records(
        **{
            each.name: tuple(random.sample(getattr(records, each.name), len(getattr(records, each.name))))
            for each in dataclasses.fields(records)
        }
    )

    assert told(verdicts(OF_EVERY_KIND, shuffled, on=on, all_periods=all_periods)) == told(
        verdicts(OF_EVERY_KIND, records, on=on, all_periods=all_periods)
    )


def as_known_on(records: Records, on: date) -> Records:
    """The records without what happened after the day. What was planned or asked for ahead is known."""
    return dataclasses.replace(
        records,
        activities=tuple(each for each in records.activities if each.on <= on or each.status == "planned"),
        meetings=tuple(each for each in records.meetings if each.on <= on or each.status == "planned"),
        documents=tuple(each for each in records.documents if each.approved_on <= on),
        events=tuple(each for each in records.events if each.on <= on),
        requests=tuple(
            dataclasses.replace(
                each, answered_on=each.answered_on if each.answered_on and each.answered_on <= on else None
            )
            for each in records.requests
            if each.received_on <= on
        ),
        judgements=tuple(each for each in records.judgements if each.judged_on <= on),
    )


def without_what_comes_later(verdict: dict[str, Any]) -> dict[str, Any]:
    """A verdict names rows dated after the day, and rows cancelled for later, only to say that they do not count."""
    named = [each for each in verdict.get("ignored", ()) if each["reason"] not in LATER_ROWS]
    return {**verdict, "ignored": named} if "ignored" in verdict else verdict


LATER_ROWS = {"after_day", "cancelled", "outside_period", "wrong_role", "too_short", "missing_role:contact"}


@given(everything(), days, st.booleans())
def test_a_verdict_ignores_what_happened_after_the_day(records: Records, on: date, all_periods: bool):
    everything_known = told(verdicts(OF_EVERY_KIND, records, on=on, all_periods=all_periods))
    known = told(verdicts(OF_EVERY_KIND, as_known_on(records, on), on=on, all_periods=all_periods))

    assert [without_what_comes_later(each) for each in everything_known] == [
        without_what_comes_later(each) for each in known
    ]


@given(everything(), days)
def test_the_verdicts_of_the_day_are_among_those_of_all_periods(records: Records, on: date):
    of_the_day = told(verdicts(OF_EVERY_KIND, records, on=on))
    of_all = told(verdicts(OF_EVERY_KIND, records, on=on, all_periods=True))

    assert [each for each in of_the_day if each not in of_all] == []


@given(everything(), st.integers(-20, -1).map(day))
def test_before_the_start_nothing_is_due(records: Records, on: date):
    found = verdicts(OF_EVERY_KIND, records, on=on, all_periods=True)

    assert {each.standing for each in found} == {Standing.NOT_DUE}
    assert all(
        set(as_json(each)) == {"commitment", "clause", "subject", "period", "standing", "reasons"} for each in found
    )
    assert all(each.reasons == () for each in found)


@pytest.mark.parametrize("records", [Records(), Records(places=(SCHOOL,))])
def test_without_any_record_nothing_is_green(records: Records):
    for number in range(0, LIFE + 40, 9):
        for each in verdicts(OF_EVERY_KIND, records, on=day(number), all_periods=True):
            assert each.standing not in (Standing.KEPT, Standing.LATE), each
