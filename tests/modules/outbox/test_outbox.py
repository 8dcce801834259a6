"""Messages go once, after what they tell of is stored; a failure is tried again, later and later."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction
from django_scopes import scopes_disabled

from politikontakt.modules.access.tenants import within
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.outbox.queries import given_up, waiting
from politikontakt.modules.outbox.services import FIRST_WAIT, TRIES, deliver, discard_waiting, queue
from politikontakt.modules.outbox.words import SUBJECTS

NOON = datetime(2030, 3, 15, 12, tzinfo=UTC)


def test_a_message_goes_once(in_malvik):
    post()

    assert deliver(now=NOON) == (1, 0)
    assert deliver(now=NOON + timedelta(days=1)) == (0, 0)
    assert [(letter.to, "Malvik" in letter.body) for letter in mail.outbox] == [(["kari@malvik.example"], True)]
    assert list(waiting()) == []


def test_a_message_of_a_write_that_failed_never_goes(in_malvik):
    def fail():
        post()
        raise LookupError

    with pytest.raises(LookupError):
        transaction.atomic(fail)()

    assert deliver(now=NOON) == (0, 0)


def test_a_failure_is_tried_again_later_and_later(in_malvik, broken_mail):
    message = post()

    assert deliver(now=NOON) == (0, 1)
    assert deliver(now=NOON + FIRST_WAIT / 2) == (0, 0)
    assert deliver(now=NOON + FIRST_WAIT) == (0, 1)
    assert deliver(now=NOON + FIRST_WAIT * 2) == (0, 0)
    assert deliver(now=NOON + FIRST_WAIT * 3) == (0, 1)
    message.refresh_from_db()
    assert (message.attempts, message.sent_at, message.last_error) == (3, None, "OSError: no route to the mail server")


def test_after_many_failures_a_message_is_given_up_and_shown(in_malvik, broken_mail):
    post()

    for day in range(TRIES + 1):
        deliver(now=NOON + timedelta(days=day))

    assert [message.attempts for message in given_up()] == [TRIES]
    assert list(waiting()) == []


def test_one_failure_does_not_hold_up_the_rest(in_malvik, monkeypatch):
    post("wrong@malvik.example")
    post("right@malvik.example")
    send = mail.EmailMessage.send

    def refuse_one(letter, *args, **kwargs):
        if letter.to == ["wrong@malvik.example"]:
            raise OSError("no such box")
        return send(letter, *args, **kwargs)

    monkeypatch.setattr(mail.EmailMessage, "send", refuse_one)

    assert deliver(now=NOON) == (1, 1)


def test_messages_of_every_municipality_go_when_the_sender_looks_at_all(malvik, stjordal):
    with within(malvik):
        post()
    with within(stjordal):
        post("arne@politi.example")

    with scopes_disabled():
        assert deliver(now=NOON) == (2, 0)


VALUES = {
    "exemption_asked": {"commitment": "P12b"},
    "dispute_opened": {"commitment": "P12b"},
    "visit_moved": {"what": "skolebesøk", "before": "6. mars", "after": "8. mars", "sender": "Berit & Ola"},
}


@pytest.mark.parametrize("kind", sorted(SUBJECTS))
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_kind_of_message_says_all_it_was_given(in_malvik, kind, language):
    queue(kind=kind, to="kari@malvik.example", values=VALUES[kind], language=language)

    deliver(now=NOON)

    letter = mail.outbox[0]
    assert [value for value in VALUES[kind].values() if value not in letter.body] == []
    assert letter.subject.endswith("Malvik")


def test_a_message_waits_for_its_time(in_malvik):
    message = post()
    Message.objects.filter(pk=message.pk).update(due_at=NOON + timedelta(hours=1))

    assert deliver(now=NOON) == (0, 0)
    assert deliver(now=NOON + timedelta(hours=1)) == (1, 0)


@pytest.fixture
def broken_mail(monkeypatch):
    """A mail server nobody can reach."""

    def fail(*_args, **_kwargs):
        raise OSError("no route to the mail server")

    monkeypatch.setattr(mail.EmailMessage, "send", fail)


def post(to="kari@malvik.example"):
    """Queue a message to the director."""
    return queue(kind="dispute_opened", to=to, values={"commitment": "P12b"})


def test_where_a_past_is_built_nobody_is_told_of_it(malvik, stjordal):
    with within(stjordal):
        post("arne@politi.example")
    with within(malvik):
        post()
        discard_waiting()

    with scopes_disabled():
        assert [message.to for message in waiting()] == ["arne@politi.example"]
