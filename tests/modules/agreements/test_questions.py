"""Reading the agreement and what the parties said: which rows, in which order, up to which day."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.modules.access.services import withdraw
from politikontakt.modules.agreements import queries, statements
from politikontakt.modules.agreements.models import Agreement
from politikontakt.modules.agreements.services import add_document, store_agreement, store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from tests.factories import AGREEMENT, TODAY

FIRST = date(2016, 10, 1)
LATER = AGREEMENT.replace(b'id = "malvik-test"', b'id = "malvik-2019"').replace(
    b"signed_on = 2016-10-03\neffective_from = 2016-10-01\nexpires_on = 2019-09-30",
    b"signed_on = 2019-09-01\neffective_from = 2019-10-01\nexpires_on = 2022-09-30",
)


def store(source, why=""):
    return store_agreement(key=uuid4(), source=source, why=why, by=SYSTEM)


def say(service, **fields):
    return service(**{"key": uuid4(), "commitment": "P12b", "party": "kommune", "by": SYSTEM, "today": TODAY, **fields})


@pytest.mark.parametrize(
    ("day", "ref"),
    [
        (date(2016, 1, 1), "malvik-test"),  # before any: the first that will be
        (date(2016, 10, 1), "malvik-test"),
        (date(2019, 9, 30), "malvik-test"),
        (date(2019, 10, 1), "malvik-2019"),
        (date(2030, 1, 1), "malvik-2019"),  # after all: the last that was
    ],
)
def test_of_two_agreements_a_day_has_the_one_in_force(in_malvik, day, ref):
    store(LATER)

    assert queries.agreement_on(day).row.ref == ref


def test_a_commitment_of_both_is_the_newer_ones(in_malvik):
    store(LATER)

    assert queries.agreement_with("P12b").id == "malvik-2019"
    assert queries.agreement_with("nothing") is None


def test_agreements_stand_the_earliest_first_with_one_query(in_malvik, django_assert_num_queries):
    store(LATER)

    with django_assert_num_queries(1):
        assert [each.content.id for each in queries.agreements()] == ["malvik-test", "malvik-2019"]


def test_versions_stand_the_newest_first_and_without_the_bytes(in_malvik, django_assert_num_queries):
    store(AGREEMENT + b"# one\n", "Rettet en skrivefeil")
    store(AGREEMENT + b"# two\n", "Endret etter møtet")
    agreement = Agreement.objects.get()

    with django_assert_num_queries(1):
        found = [(each.number, each.why, each.recorded_by) for each in queries.versions(agreement)]

    assert found == [(3, "Endret etter møtet", None), (2, "Rettet en skrivefeil", None), (1, "Signert", None)]
    assert "source" in queries.versions(agreement)[0].get_deferred_fields()


def test_disputes_stand_with_the_open_ones_first_and_then_the_newest(in_malvik):
    for reason, opened, settled in (("A", 1, 9), ("B", 2, None), ("C", 3, 8), ("D", 4, None)):
        dispute = say(statements.open_dispute, reason=reason, today=date(2018, 3, opened))
        if settled:
            statements.settle_dispute(key=uuid4(), dispute=dispute, by=SYSTEM, today=date(2018, 3, settled))

    assert [each.reason for each in queries.disputes()] == ["D", "B", "C", "A"]
    assert [each.reason for each in queries.disputes(commitment="P12b")] == ["D", "B", "C", "A"]
    assert list(queries.disputes(commitment="M3")) == []


def test_exceptions_stand_the_newest_first_and_those_taken_back_not_at_all(in_malvik):
    for first in (date(2017, 1, 1), date(2018, 1, 1), date(2017, 6, 1)):
        say(statements.ask_exemption, first=first, last=date(2018, 6, 1), kind="excused", reason="")
    withdraw(key=uuid4(), fact=queries.exemptions().first(), by=SYSTEM)

    assert [each.first for each in queries.exemptions()] == [date(2017, 6, 1), date(2017, 1, 1)]
    assert list(queries.exemptions(commitment="M3")) == []


def test_findings_stand_the_newest_first_of_one_day_the_later(in_malvik):
    for finding in ("not_kept", "partly", "kept"):
        say(statements.judge_commitment, period_first=FIRST, finding=finding)

    assert [each.finding for each in queries.judgements(commitment="P12b")] == ["kept", "partly", "not_kept"]
    assert list(queries.judgements(commitment="M3")) == []


@pytest.mark.parametrize(("last", "kinds"), [(None, ["b", "a"]), (date(2017, 1, 1), ["a"]), (date(2016, 12, 31), [])])
def test_documents_are_those_approved_by_a_day(in_malvik, last, kinds):
    for kind, day in (("a", date(2017, 1, 1)), ("b", date(2017, 1, 2))):
        add_document(key=uuid4(), kind=kind, approved_on=day, attached=False, by=SYSTEM)

    assert [each.kind for each in queries.documents(last=last)] == kinds


def test_the_planners_file_is_none_until_there_is_one(in_malvik):
    before = queries.planning_file()

    store_planning_file(key=uuid4(), source=b"[weights]\n", by=SYSTEM)

    assert (before, queries.planning_file()) == (None, b"[weights]\n")
