"""The sender beside the server: it looks again and again, sweeps each day, and outlives a database that is away."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import OperationalError

from politikontakt.config import delivering
from politikontakt.modules.access.tenants import within
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.outbox.services import queue

NOON = datetime(2030, 3, 15, 12, tzinfo=UTC)


class Enough(Exception):
    """The test has seen enough looks."""


@pytest.fixture
def looks(monkeypatch):
    """Runs the loop for some looks, an hour apart; gives what it did: `looks(3)`."""
    done = []

    def run(number, *, deliver=None):
        clock = iter(NOON + timedelta(hours=hour) for hour in range(10 * number + 10))
        left = [number]

        def wait(seconds):
            done.append(f"waited {seconds}")
            left[0] -= 1
            if not left[0]:
                raise Enough

        monkeypatch.setattr(delivering, "sleep", wait)
        monkeypatch.setattr(delivering.timezone, "now", lambda: next(clock))
        monkeypatch.setattr(delivering, "call_command", lambda name: done.append(name))
        monkeypatch.setattr(delivering, "close_old_connections", lambda: None)
        if deliver:
            monkeypatch.setattr(delivering, "deliver_due", lambda: deliver(done))
        with pytest.raises(Enough):
            delivering.deliver_forever()
        return done

    return run


def test_each_look_sends_and_then_waits(looks):
    assert looks(3, deliver=lambda done: done.append("sent")) == [
        "sent", "clearsessions", "waited 5", "sent", "waited 5", "sent", "waited 5",
    ]  # fmt: skip


def test_old_sessions_are_swept_out_once_a_day(looks):
    done = looks(30, deliver=lambda done: None)

    assert done.count("clearsessions") == 2
    assert done.count("waited 5") == 30


def test_a_database_that_is_away_is_told_of_and_tried_again(looks, caplog):
    tries = iter([OperationalError("server closed the connection"), None, None])

    def deliver(done):
        trouble = next(tries)
        if trouble:
            raise trouble
        done.append("sent")

    assert [each for each in looks(3, deliver=deliver) if each == "sent"] == ["sent", "sent"]
    assert [record.getMessage() for record in caplog.records] == [
        "The outbox could not be read; it is tried again in 5 seconds."
    ]


def test_a_fault_of_ours_ends_the_sender_so_that_the_server_starts_it_anew(looks):
    def breaks(_done):
        raise LookupError("ours")

    with pytest.raises(LookupError, match="ours"):
        looks(1, deliver=breaks)


def test_a_look_goes_through_every_municipality(malvik, stjordal):
    for municipality in (malvik, stjordal):
        with within(municipality):
            queue(kind="dispute_opened", to=f"kari@{municipality.slug}.example", values={"commitment": "P12b"})

    assert delivering.deliver_due() == (2, 0)

    assert sorted(letter.to[0] for letter in mail.outbox) == ["kari@malvik.example", "kari@stjordal.example"]
    with within(malvik):
        assert Message.objects.get().sent_at is not None
