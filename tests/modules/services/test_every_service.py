"""What holds for every write alike: once by its key, whole or not at all, sealed in the chain, and screened."""

from uuid import uuid4

import pytest

from politikontakt.modules.access.errors import NationalIdFound
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import length, state, verify_chain
from tests.modules.services.calls import CALLS, SIRI, There, writes

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
NUMBER = "15108695088"
"""A national identity number that nobody has: its check digits are right."""
ELSEWHERE = {"open_municipality", "set_demo_day"}
"""Writes about the municipality itself, tried in `access`."""


@pytest.fixture
def there(in_malvik):
    return There()


@each_call
def test_the_same_key_again_gives_the_first_answer_and_writes_nothing(there, call):
    key = uuid4()
    arguments = call.arguments(there)
    first = call(there, key, **arguments)
    writes = length()

    again = call(there, key, **arguments)

    assert length() == writes
    if hasattr(first, "pk"):
        assert (type(again), again.pk) == (type(first), first.pk)


@each_call
def test_the_same_key_with_other_content_is_a_conflict_and_changes_nothing(there, call):
    key = uuid4()
    other = call.other(there)
    call(there, key)
    before = state()

    with pytest.raises(KeyConflict) as conflict:
        call(there, key, **other)

    assert conflict.value.key == key
    assert state() == before


@each_call
def test_a_write_is_one_row_of_the_chain_in_the_writers_name_and_role(there, call):
    key, arguments = uuid4(), call.arguments(there)
    writes = length()

    call(there, key, **arguments)

    sealed = AuditRow.objects.get(key=key)
    assert length() == writes + 1
    assert (sealed.action, sealed.actor_name, sealed.actor_role) == (call.name, SIRI.name, SIRI.role)
    assert verify_chain() == []


@each_call
def test_a_write_that_fails_at_the_end_leaves_nothing(there, call, monkeypatch):
    arguments = call.arguments(there)
    before = state(), everything()

    def fails(*_args, **_fields):
        raise OSError("the disk is full")

    monkeypatch.setattr("politikontakt.modules.access.writes.audit.record", fails)
    with pytest.raises(OSError, match="the disk is full"):  # without a transaction of ours: the service has its own
        call(there, uuid4(), **arguments)

    assert (state(), everything()) == before


@pytest.mark.parametrize("call", [call for call in CALLS if call.says], ids=lambda call: f"{call.name} {call.says}")
def test_a_national_identity_number_is_refused_and_repeated_nowhere(there, call):
    arguments = call.arguments(there)
    writes = length()

    with pytest.raises(NationalIdFound) as found:
        call(there, uuid4(), **{**arguments, call.says: f"Gjelder {NUMBER}."})

    assert length() == writes
    assert NUMBER not in str(found.value)


def test_every_write_of_the_modules_is_tried_here():
    assert {each.__name__ for each in writes() - {call.service for call in CALLS}} == ELSEWHERE


def everything():
    """How many rows there are in every table that a write may touch."""
    from django.apps import apps

    from politikontakt.modules.access.facts import Recorded
    from politikontakt.modules.access.models import User
    from politikontakt.modules.outbox.models import Message

    counted = [model for model in apps.get_models() if issubclass(model, Recorded)]
    return [model.objects.count() for model in (*counted, User, Message)]
