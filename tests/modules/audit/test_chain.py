"""The chain of writes: whole as long as nobody touches it, and telling where somebody did."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit import services
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow, Head
from politikontakt.modules.audit.queries import Break, history_of, length, state, verify_chain
from tests import factories
from tests.tampering import tamper


def test_a_chain_that_nobody_touched_is_whole(in_malvik):
    factories.visit(date(2018, 2, 6))

    assert verify_chain() == []
    assert length() == Head.objects.get().number > 10


def test_every_write_moves_the_state(in_malvik):
    before = state()

    factories.visit(date(2018, 2, 6))

    assert state() != before


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("actor_name", "Noen Annen", {"changed_row"}),
        ("body", '{"kind": "another"}', {"changed_body", "changed_row"}),
        ("outcome", '{"before": "nothing"}', {"changed_row"}),
        ("at", "2018-01-01T00:00:00+00:00", {"changed_row"}),
        ("action", "activities.correct_activity", {"changed_row"}),
    ],
)
def test_a_row_that_was_changed_is_named(in_malvik, column, value, why):
    visit = factories.visit(date(2018, 2, 6))
    factories.visit(date(2018, 2, 7))
    row = AuditRow.objects.get(key=visit.key)

    tamper(f"UPDATE audit_auditrow SET {column} = %s WHERE id = %s", [value, row.pk])

    assert {(each.number, each.why) for each in verify_chain()} == {(row.number, each) for each in why}


def test_a_row_that_was_removed_breaks_the_chain(in_malvik):
    row = AuditRow.objects.get(key=factories.visit(date(2018, 2, 6)).key)
    following = AuditRow.objects.get(key=factories.visit(date(2018, 2, 7)).key)

    tamper("DELETE FROM audit_auditrow WHERE id = %s", [row.pk])

    assert verify_chain() == [Break(following.number, "missing_row"), Break(following.number, "broken_link")]


def test_cutting_off_the_end_shows_at_the_head(in_malvik):
    row = AuditRow.objects.get(key=factories.visit(date(2018, 2, 6)).key)

    tamper("DELETE FROM audit_auditrow WHERE id = %s", [row.pk])

    assert verify_chain() == [Break(row.number - 1, "wrong_end")]


def test_a_forged_row_with_a_hash_of_its_own_breaks_the_link_after_it(in_malvik):
    visit = factories.visit(date(2018, 2, 6))
    following = AuditRow.objects.get(key=factories.visit(date(2018, 2, 7)).key)
    row = AuditRow.objects.get(key=visit.key)
    row.actor_name = "Noen Annen"

    tamper(
        "UPDATE audit_auditrow SET actor_name = %s, hash = %s WHERE id = %s",
        [row.actor_name, services.seal(row), row.pk],
    )

    assert verify_chain() == [Break(following.number, "broken_link")]


def test_each_municipality_has_a_chain_of_its_own(malvik, stjordal):
    with within(malvik):
        tamper("DELETE FROM audit_auditrow WHERE municipality_id = %s AND number = 3", [malvik.pk])
        assert verify_chain()
    with within(stjordal):
        assert verify_chain() == []
        assert AuditRow.objects.first().number == 1


def test_a_write_outside_a_transaction_is_refused(malvik):
    class NoTransaction:
        in_atomic_block = False

    with within(malvik), pytest.MonkeyPatch.context() as patch:
        patch.setattr(services, "connection", NoTransaction())
        with pytest.raises(RuntimeError, match="transaction"):
            services.lock(malvik.pk)


def test_the_order_of_a_bodys_keys_does_not_matter():
    assert services.digest({"a": 1, "b": date(2018, 1, 1)}) == services.digest({"b": date(2018, 1, 1), "a": 1})


def test_the_same_key_for_another_action_is_a_conflict(in_malvik):
    head = services.lock(in_malvik.pk)
    key = uuid4()
    services.record(head, key=key, by=SYSTEM, action="one", body={})

    with pytest.raises(KeyConflict):
        services.earlier(head, key=key, action="other", body={})


def test_a_thing_has_its_history_the_newest_first(in_malvik):
    visit = factories.visit(date(2018, 2, 6))

    rows = history_of("activities.activity", visit.ref)

    assert [(row.action, row.actor_name, row.actor_role) for row in rows] == [
        ("activities.log_activity", "Berit Haugen", "police_contact")
    ]


def test_plain_content_is_what_json_can_hold():
    key = UUID(int=7)

    assert services.plain({"day": date(2018, 1, 2), "list": (1, None), "key": key}) == {
        "day": "2018-01-02",
        "list": [1, None],
        "key": str(key),
    }
