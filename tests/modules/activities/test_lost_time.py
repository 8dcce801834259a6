"""Preventive time that is lost, and taking back what was logged: later rows, and sums without a name."""

from datetime import date, time
from uuid import uuid4

import pytest

from politikontakt.modules.access.errors import Overtaken
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.activities.called_out import CAUSES, call_out, come_back, correct_lost_time
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.errors import AlreadyOut, InFuture, LongerThanADay, UnknownCause
from politikontakt.modules.activities.lost_time import LostInMonth, hit, lost_by_month, out_now, prevented_by_month
from politikontakt.modules.activities.models import Activity, LostTime
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.activities.undoing import take_back
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from tests import factories
from tests.factories import TODAY

YEAR = (date(2017, 4, 1), TODAY)


def out(ref="berit", day=TODAY, **fields):
    person = factories.person(ref)
    return call_out(key=uuid4(), person=person, happened_on=day, by=SYSTEM, today=TODAY, **fields)


def lose(minutes, ref="berit", day=TODAY, cause="called_out"):
    return come_back(key=uuid4(), lost=out(ref, day, cause=cause), minutes=minutes, by=SYSTEM)


def test_a_call_goes_on_until_one_is_back(in_malvik):
    began = out()
    meanwhile = out_now([factories.person("berit")])

    ended = come_back(key=uuid4(), lost=began, minutes=95, by=SYSTEM)

    assert (meanwhile, out_now([factories.person("berit")])) == (began, None)
    assert (ended.minutes, ended.cause, ended.replaces) == (95, "called_out", began)


def test_the_same_key_again_gives_the_first_row(in_malvik):
    key, person = uuid4(), factories.person("berit")
    write = {"key": key, "person": person, "happened_on": TODAY, "by": SYSTEM, "today": TODAY}

    first, second = (call_out(**write) for _ in range(2))

    assert first == second
    assert LostTime.objects.count() == 1


def test_nobody_is_out_twice_at_once_but_two_contacts_may_be_out(in_malvik):
    out("berit")
    with pytest.raises(AlreadyOut):
        out("berit")

    assert out("ola").pk


@pytest.mark.parametrize(
    ("fields", "error"), [({"day": date(2018, 3, 16)}, InFuture), ({"cause": "a fire in Hommelvik"}, UnknownCause)]
)
def test_what_can_not_be_so_is_refused(in_malvik, fields, error):
    with pytest.raises(error):
        out(**fields)

    assert LostTime.objects.count() == 0


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_no_day_has_more_than_1440_minutes(in_malvik, minutes):
    with pytest.raises(LongerThanADay):
        lose(minutes)


def test_a_wrong_time_is_corrected_by_a_new_row(in_malvik):
    lost = lose(330)

    mended = correct_lost_time(key=uuid4(), lost=lost, cause="shift_swap", minutes=300, by=SYSTEM)

    assert (mended.cause, mended.minutes, mended.replaces) == ("shift_swap", 300, lost)
    assert LostTime.current.get() == mended


def test_the_ledger_has_no_room_for_where_or_what_about(in_malvik):
    lose(60)

    body = AuditRow.objects.get(action="activities.come_back").body
    assert set(body) == {"row", "cause", "minutes"}
    assert {field.name for field in LostTime._meta.concrete_fields} - {
        *(field.name for field in LostTime._meta.concrete_fields if field.name in RECORDED)
    } == {"person", "happened_on", "cause", "minutes"}


RECORDED = {"id", "municipality", "key", "position", "recorded_at", "recorded_by", "holds", "replaces", "withdrawn"}


def test_the_sums_are_the_municipalitys_by_month_and_class(in_malvik):
    lose(60, "berit", date(2018, 2, 6))
    lose(30, "ola", date(2018, 2, 20))
    lose(45, "ola", date(2018, 3, 1), "course")
    out("berit")
    withdraw(key=uuid4(), fact=lose(500, "ola", date(2018, 3, 2)), by=SYSTEM)

    assert lost_by_month(*YEAR) == [
        LostInMonth(date(2018, 2, 1), "called_out", 2, 90),
        LostInMonth(date(2018, 3, 1), "course", 1, 45),
    ]


def test_preventive_work_counts_each_persons_time(in_malvik):
    both = [factories.person("berit"), factories.person("ola")]
    factories.visit(date(2018, 2, 6), minutes=60)
    joint = ActivityEntry(kind="presence", happened_on=date(2018, 2, 7), minutes=90, people=both, purpose="preventive")
    log_activity(key=uuid4(), entry=joint, by=SYSTEM, today=TODAY)
    factories.visit(date(2018, 2, 8), purpose="operative")

    assert prevented_by_month(*YEAR) == {date(2018, 2, 1): 60 + 2 * 90}


def test_a_call_hits_what_is_still_planned_for_that_contact_that_day(in_malvik):
    def plan(ref, day=TODAY, at=time(9)):
        entry = ActivityEntry(
            kind="school_visit", status="planned", happened_on=day, starts_at=at, people=[factories.person(ref)]
        )
        return log_activity(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY)

    later, first = plan("berit", at=time(14)), plan("berit")
    plan("ola")
    plan("berit", date(2018, 3, 16))
    factories.visit(TODAY)

    assert list(hit([factories.person("berit")], TODAY)) == [first, later]


def test_taking_back_a_correction_lets_what_it_replaced_hold_again(in_malvik):
    logged = factories.visit(TODAY, minutes=45, themes=("drugs",))
    entry = ActivityEntry(kind="presence", happened_on=TODAY, minutes=90, people=[factories.person("ola")])
    corrected = correct_activity(key=uuid4(), activity=logged, entry=entry, by=SYSTEM, today=TODAY)

    restored = take_back(key=uuid4(), activity=corrected, by=SYSTEM)

    assert Activity.current.get() == restored
    assert (restored.kind, restored.minutes, restored.themes) == ("school_visit", 45, ("drugs",))
    assert [each.person.ref for each in restored.takers_part.all()] == ["berit"]
    assert (restored.ref, restored.place) == (logged.ref, logged.place)


def test_taking_back_what_stood_alone_withdraws_it_once(in_malvik):
    logged, key = factories.visit(TODAY), uuid4()

    first, second = (take_back(key=key, activity=logged, by=SYSTEM) for _ in range(2))

    assert first == second
    assert (first.withdrawn, Activity.current.count()) == (True, 0)


def test_what_somebody_has_corrected_meanwhile_is_not_taken_back(in_malvik):
    logged = factories.visit(TODAY)
    entry = ActivityEntry(kind="presence", happened_on=TODAY, people=[factories.person("ola")])
    correct_activity(key=uuid4(), activity=logged, entry=entry, by=SYSTEM, today=TODAY)

    with pytest.raises(Overtaken):
        take_back(key=uuid4(), activity=logged, by=SYSTEM)


def test_every_class_has_a_word():
    from politikontakt.web.ui.wording.vocabulary import CAUSES as WORDS

    assert set(WORDS) == set(CAUSES)
