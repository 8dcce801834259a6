"""Whatever the services take can be written to files and read again: nothing gets in that could not come out."""

from datetime import date, time
from fractions import Fraction
from uuid import uuid4

import pytest

from politikontakt.modules.access.errors import Refused
from politikontakt.modules.activities.models import Activity, Meeting
from politikontakt.modules.activities.services import log_activity, log_meeting
from politikontakt.modules.agreements import statements
from politikontakt.modules.audit.queries import length
from politikontakt.modules.compliance.exchange.preview import preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.directory.services import PlaceFields, add_place, close_days, note_absence
from tests.factories import TODAY
from tests.modules.services.calls import CALLS, SIRI, There, measured, statement


@pytest.fixture
def at(in_malvik):
    return There()


def by_siri(service, **fields):
    return service(key=uuid4(), by=SIRI, **fields)


def comes_out_and_in_again():
    """Whether the record as it is now can be exported, and its import changes nothing."""
    found = preview(folder())
    assert found.faults == ()
    return found.changes_nothing


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_the_record_can_be_carried_out_and_in_after_every_write(at, call):
    call(at, uuid4())

    assert comes_out_and_in_again()


REFUSED = {
    "a kind of place that no file knows": (
        "unknown_word",
        lambda at: by_siri(add_place, ref="x", fields=PlaceFields(name="X", kind="castle")),
    ),
    "a kind of absence that no file knows": (
        "unknown_word",
        lambda at: by_siri(note_absence, person=at.berit, first=TODAY, last=TODAY, kind="holiday"),
    ),
    "a block of the day that there is not": (
        "unknown_word",
        lambda at: by_siri(note_absence, person=at.berit, first=TODAY, last=TODAY, blocks=("morning", "noon")),
    ),
    "a dispute about a place that is not here": (
        "no_such_subject",
        lambda at: by_siri(statements.open_dispute, **statement(reason="", subject="nowhere")),
    ),
    "an exception for a place that is not here": (
        "no_such_subject",
        lambda at: by_siri(
            statements.ask_exemption,
            **statement(reason="", subject="nowhere/2018", first=TODAY, last=TODAY, kind="excused"),
        ),
    ),
    "a sign that nobody can see, in a reason": (
        "unseen_sign",
        lambda at: by_siri(statements.open_dispute, **statement(reason="Tallet\x07 stemmer ikke")),
    ),
    "a sign that nobody can see, in a name": (
        "unseen_sign",
        lambda at: by_siri(add_place, ref="x", fields=PlaceFields(name="To\x0brget", kind="street")),
    ),
    "a sign that nobody can see, in a note": (
        "unseen_sign",
        lambda at: by_siri(log_activity, entry=at.entry(note="Gruppe\x1barbeid"), today=TODAY),
    ),
    "a sign that nobody can see, in a list": (
        "unseen_sign",
        lambda at: by_siri(log_activity, entry=at.entry(themes=("rus", "ne\x7ftt")), today=TODAY),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_file_could_hold_is_refused_and_nothing_is_stored(at, what):
    code, write = REFUSED[what]
    writes = length()

    with pytest.raises(Refused) as refused:
        write(at)

    assert refused.value.code == code
    assert length() == writes


@pytest.mark.parametrize("subject", ["hommelvik-us", "hommelvik-us/2018", ""])
def test_a_dispute_can_be_about_a_place_its_class_or_all_of_it(at, subject):
    by_siri(statements.open_dispute, **statement(reason="", subject=subject))

    assert comes_out_and_in_again()


@pytest.mark.parametrize("text", ["To\nlinjer", "Med\ttabulator", "=1+1", "«Ja»; 'nei' | \"kanskje\"", "æøå 🎿 冬"])
def test_lines_tabs_and_odd_signs_that_can_be_seen_come_out_and_in(at, text):
    by_siri(close_days, first=TODAY, last=TODAY, reason=text)

    assert comes_out_and_in_again()


def test_what_is_said_twice_is_kept_once(at):
    entry = at.entry(people=[at.berit, at.berit], audience=("pupils", "pupils"), themes=("rus", "nett", "rus"))
    visit = by_siri(log_activity, entry=entry, today=TODAY)
    meeting = by_siri(log_meeting, entry=at.meeting(people=[at.berit] * 3, agenda=["a", "a"]), today=TODAY)

    assert [each.person.ref for each in visit.takers_part.all()] == ["berit"]
    assert (visit.audience, visit.themes) == (("pupils",), ("rus", "nett"))
    assert [each.person.ref for each in meeting.takers_part.all()] == ["berit"]
    assert meeting.agenda == ("a",)
    assert comes_out_and_in_again()


def test_a_time_of_day_is_kept_to_the_minute(at):
    by_siri(log_activity, entry=at.entry(starts_at=time(10, 0, 59, 999)), today=TODAY)
    by_siri(log_meeting, entry=at.meeting(starts_at=time(9, 30, 1)), today=TODAY)

    assert (Activity.current.get().starts_at, Meeting.current.get().starts_at) == (time(10), time(9, 30))
    assert comes_out_and_in_again()


@pytest.mark.parametrize("value", [Fraction("12.5"), Fraction("-0.001"), Fraction(10**9), Fraction(0)])
def test_every_number_with_an_end_comes_out_as_it_went_in(at, value):
    by_siri(statements.measure, **measured(value=value))

    assert comes_out_and_in_again()


def test_a_baseline_stays_what_it_was_whatever_is_measured_later(at):
    by_siri(statements.lock_baseline, **measured(locked_on=date(2016, 9, 1)))
    by_siri(statements.measure, **measured(value=Fraction("3.25"), low=Fraction(3), high=Fraction(4)))

    assert comes_out_and_in_again()
