"""From rows to verdicts: what counts, what is remembered, and how little is asked of the database."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.core.commitments.judge import verdicts as judge
from politikontakt.core.commitments.verdict import Standing
from politikontakt.core.records.read import read_records
from politikontakt.modules.access.models import Role
from politikontakt.modules.access.queries import municipality_at
from politikontakt.modules.access.services import give_role, withdraw
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.agreements.services import store_agreement
from politikontakt.modules.agreements.statements import accept_exemption, ask_exemption, open_dispute
from politikontakt.modules.audit import queries as audit
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance import evidence, queries
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.memory import Memory
from tests import factories
from tests.factories import AGREEMENT, TODAY


def test_a_logged_visit_counts_for_its_school(in_malvik):
    visit = factories.visit(date(2018, 2, 6))

    verdict = standing_of("P12b", "hommelvik-us")

    assert (verdict.done, verdict.required, verdict.counted) == (1, 8, (visit.ref,))


def test_a_correction_counts_and_what_it_replaces_does_not(in_malvik):
    visit = factories.visit(date(2018, 2, 6))
    moved = ActivityEntry(
        kind="school_visit",
        happened_on=date(2018, 2, 6),
        people=[factories.person("berit")],
        place=factories.place("vikhammer-us"),
    )

    correct_activity(key=uuid4(), activity=visit, entry=moved, by=SYSTEM, today=TODAY)

    assert (standing_of("P12b", "hommelvik-us").done, standing_of("P12b", "vikhammer-us").done) == (0, 1)


def test_what_was_withdrawn_counts_no_more(in_malvik):
    visit = factories.visit(date(2018, 2, 6))

    withdraw(key=uuid4(), fact=visit, by=SYSTEM)

    assert standing_of("P12b", "hommelvik-us").counted == ()


def test_a_deputys_visit_is_no_visit_by_the_role(in_malvik):
    contact = Role.objects.get(ref="police_contact")
    give_role(
        key=uuid4(), role=contact, person=factories.person("siri"), since=date(2017, 1, 1), deputy=True, by=SYSTEM
    )
    visit = factories.visit(date(2018, 2, 6), by="siri")

    verdict = standing_of("P12b", "hommelvik-us")

    assert (verdict.done, [(each.id, each.reason) for each in verdict.ignored]) == (0, [(visit.ref, "wrong_role")])


def test_an_exception_holds_once_those_it_is_owed_to_have_accepted(in_malvik):
    asked = ask_exemption(
        key=uuid4(),
        commitment="P12b",
        party="distrikt",
        first=date(2017, 8, 1),
        last=date(2018, 7, 31),
        kind="waived",
        reason="Nybygg",
        by=SYSTEM,
        today=TODAY,
    )
    before = standing_of("P12b", "hommelvik-us")

    accept_exemption(key=uuid4(), exemption=asked, party="kommune", by=SYSTEM)

    assert "exception_not_accepted" in before.reasons
    assert standing_of("P12b", "hommelvik-us").standing == Standing.WAIVED


def test_a_dispute_shows_at_once(in_malvik):
    open_dispute(key=uuid4(), commitment="P12b", party="kommune", reason="Feil", by=SYSTEM, today=TODAY)

    assert standing_of("P12b", "hommelvik-us").standing == Standing.DISPUTED
    assert standing_of("P12b", "hommelvik-us", on=date(2018, 3, 14)).standing != Standing.DISPUTED


def test_a_new_version_of_the_agreement_is_judged_by_at_once(in_malvik):
    assert standing_of("P12b", "hommelvik-us").required == 8

    store_agreement(key=uuid4(), source=AGREEMENT.replace(b"at_least = 8", b"at_least = 6"), why="", by=SYSTEM)

    assert standing_of("P12b", "hommelvik-us").required == 6


def test_pages_and_command_give_the_same_verdicts(in_malvik):
    for day in (6, 13, 20):
        factories.visit(date(2018, 2, day))
    factories.council(date(2018, 2, 8), "berit", "kari")
    agreement = agreement_on(TODAY).content

    from_files = judge(agreement, read_records(folder(), agreement), on=TODAY, all_periods=True)

    assert queries.verdicts(agreement, TODAY, all_periods=True) == from_files


def test_history_tells_how_a_promise_stood_on_each_day(in_malvik):
    factories.visit(date(2018, 2, 6))
    days = [date(2018, 2, 5), date(2018, 2, 6)]

    history = queries.history(agreement_on(TODAY).content, "P12b", days)

    hommelvik = [next(each for each in on.verdicts if each.subject == "hommelvik-us") for on in history]
    assert [(on.day, verdict.done) for on, verdict in zip(history, hommelvik, strict=True)] == [
        (date(2018, 2, 5), 0),
        (date(2018, 2, 6), 1),
    ]


def test_verdicts_take_three_queries_with_one_visit_and_with_thirty(in_malvik, django_assert_num_queries):
    factories.visit(date(2018, 1, 8))
    agreement = agreement_on(TODAY).content
    with django_assert_num_queries(3):
        queries.verdicts(agreement, TODAY)
    for day in range(1, 30):
        factories.visit(date(2018, 1, day))
        factories.council(date(2018, 1, day), "berit")

    with django_assert_num_queries(3):
        verdicts = queries.verdicts(agreement, TODAY, all_periods=True)

    assert max(verdict.done or 0 for verdict in verdicts) == 29


def test_the_same_question_about_the_same_record_is_answered_from_memory(malvik, django_assert_num_queries):
    municipality = municipality_at("malvik")
    with within(municipality):
        agreement = agreement_on(TODAY).content
        first = queries.verdicts(agreement, TODAY)

        with django_assert_num_queries(0):
            second = queries.verdicts(agreement, TODAY)

    assert second is first


def test_nothing_old_is_remembered_after_a_write_in_the_same_request(malvik):
    municipality = municipality_at("malvik")
    with within(municipality):
        before = standing_of("P12b", "hommelvik-us")

        factories.visit(date(2018, 2, 6))

        assert (before.done, standing_of("P12b", "hommelvik-us").done) == (0, 1)


def test_memory_never_mixes_municipalities(malvik, stjordal):
    with within(stjordal):
        store_agreement(key=uuid4(), source=AGREEMENT, why="", by=SYSTEM)
        stjordals = standing_of("P12b", "hommelvik-us")
    with within(malvik):
        factories.visit(date(2018, 2, 6))

        assert (stjordals.done, standing_of("P12b", "hommelvik-us").done) == (0, 1)


def test_what_is_written_between_two_statements_is_read_again(in_malvik, monkeypatch):
    """The activities are read first, then the rest; somebody logs a visit just between the two."""
    tables, visits = evidence.tables, []

    def interrupted():
        if not visits:
            visits.append(factories.visit(date(2018, 2, 6)))
        return tables()

    monkeypatch.setattr(evidence, "tables", interrupted)

    found = evidence.evidence(audit.state())

    assert found.state == audit.state()
    assert [(each.id, each.people) for each in found.records.activities] == [(visits[0].ref, ("berit",))]


@pytest.mark.parametrize("size", [1, 2])
def test_memory_forgets_what_was_used_longest_ago(size):
    memory, asked = Memory(size), []

    def answer(question):
        return memory.recall(question, lambda: asked.append(question) or question)

    for question in ("a", "b", "a"):
        answer(question)

    assert asked == (["a", "b"] if size == 2 else ["a", "b", "a"])


def standing_of(commitment, subject="", on=TODAY):
    """The verdict of one subject."""
    agreement = agreement_on(on).content
    return next(each for each in queries.verdicts(agreement, on, commitments=[commitment]) if each.subject == subject)
