"""The agreement's file and its versions, documents, and the planner's settings."""

from datetime import date
from uuid import uuid4

import pytest

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.access.errors import NationalIdFound
from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements import queries
from politikontakt.modules.agreements.errors import NothingNew, OtherAgreement
from politikontakt.modules.agreements.models import AgreementVersion
from politikontakt.modules.agreements.services import (
    add_document,
    correct_document,
    store_agreement,
    store_planning_file,
)
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.queries import length
from tests import factories
from tests.factories import AGREEMENT, TODAY

SIX_A_YEAR = AGREEMENT.replace(b"at_least = 8", b"at_least = 6")
NEXT = (
    AGREEMENT.replace(b"malvik-test", b"malvik-2019")
    .replace(b"2016-10-03", b"2019-12-19")
    .replace(b"2016-10-01", b"2020-01-01")
    .replace(b"2019-09-30", b"2022-12-31")
)


def test_the_file_is_kept_byte_for_byte(in_malvik):
    stored = queries.agreement_on(TODAY)

    assert bytes(stored.version.source) == AGREEMENT
    assert (stored.row.ref, stored.content.id, stored.version.number) == ("malvik-test", "malvik-test", 1)


def test_a_new_file_is_a_new_version_and_the_old_one_stays(in_malvik):
    row = queries.agreement_on(TODAY).row

    store_agreement(key=uuid4(), source=SIX_A_YEAR, why="Sak 12/18", by=factories.actor("siri"), of=row)

    assert queries.agreement_on(TODAY).content.commitments[0].terms.at_least == 6
    assert [(each.number, each.why, each.recorded_by and each.recorded_by.name) for each in queries.versions(row)] == [
        (2, "Sak 12/18", "Siri Vold"),
        (1, "Signert", None),
    ]
    assert [bytes(each.source) for each in AgreementVersion.objects.order_by("number")] == [AGREEMENT, SIX_A_YEAR]


def test_the_very_same_file_is_refused(in_malvik):
    before = length()

    with pytest.raises(NothingNew):
        store_agreement(key=uuid4(), source=AGREEMENT, why="", by=SYSTEM)

    assert length() == before


def test_a_file_of_another_agreement_is_no_version_of_this_one(in_malvik):
    with pytest.raises(OtherAgreement) as refused:
        store_agreement(key=uuid4(), source=NEXT, why="", by=SYSTEM, of=queries.agreement_on(TODAY).row)

    assert refused.value.values == {"expected": "malvik-test", "found": "malvik-2019"}


def test_a_faulty_file_is_refused_with_all_its_faults_and_nothing_is_stored(in_malvik):
    faulty = AGREEMENT.replace(b"at_least = 8", b"at_least = 0").replace(b'rule = "meeting"', b'rule = "guess"')

    with pytest.raises(FaultyInput) as refused:
        store_agreement(key=uuid4(), source=faulty, why="", by=SYSTEM)

    assert len(refused.value.faults) == 2
    assert AgreementVersion.objects.count() == 1


def test_a_national_identity_number_in_the_file_is_a_fault_with_its_line(in_malvik):
    faulty = SIX_A_YEAR.replace(b"Partene samarbeider tett.", b"Ring 01010750160.")

    with pytest.raises(FaultyInput) as refused:
        store_agreement(key=uuid4(), source=faulty, why="", by=SYSTEM)

    line = faulty[: faulty.index(b"01010750160")].count(b"\n") + 1
    assert [(each.code, each.line) for each in refused.value.faults] == [("national_id", line)]


def test_neither_a_comment_in_the_file_nor_the_reason_may_hold_one(in_malvik):
    with pytest.raises(FaultyInput):
        store_agreement(key=uuid4(), source=b"# 010107 50160\n" + SIX_A_YEAR, why="", by=SYSTEM)
    with pytest.raises(NationalIdFound):
        store_agreement(key=uuid4(), source=SIX_A_YEAR, why="For 01010750160", by=SYSTEM)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2016, 9, 1), "malvik-test"),  # before the first: the one that comes
        (date(2018, 3, 15), "malvik-test"),
        (date(2019, 11, 1), "malvik-test"),  # between the two: the last that was in force
        (date(2020, 1, 1), "malvik-2019"),
        (date(2030, 1, 1), "malvik-2019"),
    ],
)
def test_a_day_has_its_agreement(in_malvik, day, found):
    store_agreement(key=uuid4(), source=NEXT, why="Ny avtale", by=SYSTEM)

    assert queries.agreement_on(day).row.ref == found


def test_where_there_is_no_agreement_there_is_none(stjordal):
    with within(stjordal):
        assert queries.agreement_on(TODAY) is None


def test_a_document_that_gets_attached_later_is_a_later_row(in_malvik):
    plan = add_document(key=uuid4(), kind="evaluation_plan", approved_on=date(2016, 12, 20), attached=False, by=SYSTEM)

    attached = correct_document(
        key=uuid4(), document=plan, kind=plan.kind, approved_on=plan.approved_on, attached=True, by=SYSTEM
    )

    assert (attached.ref, attached.replaces, list(queries.documents())) == (plan.ref, plan, [attached])


def test_the_planners_file_is_kept_as_it_is_and_the_newest_holds(in_malvik):
    store_planning_file(key=uuid4(), source=b"[weights]\nspread = 1.0\n", by=SYSTEM)
    store_planning_file(key=uuid4(), source=b"[weights]\nspread = 2.0\n", by=SYSTEM)

    assert queries.planning_file() == b"[weights]\nspread = 2.0\n"
