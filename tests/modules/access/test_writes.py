"""Facts are written once, corrected by later rows, and never edited."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from politikontakt.modules.access.errors import NationalIdFound, Overtaken
from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.access.services import add_person, change_person, end_role, give_role, withdraw
from politikontakt.modules.access.tenants import within
from politikontakt.modules.access.texts import refuse_national_ids
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import length
from tests import factories
from tests.factories import TODAY


def test_the_same_key_again_returns_the_first_row_and_writes_nothing(in_malvik):
    key, visit = uuid4(), entry()
    first = log(key, visit)
    writes = length()

    second = log(key, visit)

    assert second == first
    assert Activity.objects.count() == 1
    assert length() == writes


def test_the_same_key_with_other_content_is_a_conflict_and_loses_nothing(in_malvik):
    key = uuid4()
    log(key, entry(minutes=60))

    with pytest.raises(KeyConflict) as conflict:
        log(key, entry(minutes=90))

    assert conflict.value.key == key
    assert [activity.minutes for activity in Activity.objects.all()] == [60]


def test_the_same_key_belongs_to_each_municipality_by_itself(in_malvik, stjordal):
    key = uuid4()
    log(key, entry())

    with within(stjordal):
        log(key, entry())
        assert Activity.objects.count() == 1


def test_a_correction_is_a_new_row_that_names_the_old_one(in_malvik):
    old = log(uuid4(), entry(minutes=60, note="gruppearbeid"))

    new = correct_activity(key=uuid4(), activity=old, entry=entry(minutes=90), by=SYSTEM, today=TODAY)

    old.refresh_from_db()
    assert (new.replaces, new.ref, new.minutes, new.holds) == (old, old.ref, 90, True)
    assert (old.minutes, old.note, old.holds) == (60, "gruppearbeid", False)
    assert list(Activity.current.all()) == [new]
    assert [each.person.ref for each in new.takers_part.all()] == ["berit"]


def test_a_withdrawal_is_a_new_row_too_and_neither_holds(in_malvik):
    visit = log(uuid4(), entry())

    withdrawal = withdraw(key=uuid4(), fact=visit, by=SYSTEM, why="Ført på feil skole")

    assert (withdrawal.replaces, withdrawal.withdrawn, withdrawal.holds) == (visit, True, False)
    assert list(Activity.current.all()) == []
    assert Activity.objects.count() == 2


def test_correcting_what_somebody_corrected_meanwhile_is_refused(in_malvik):
    seen_by_both = log(uuid4(), entry())
    stale = Activity.objects.get(pk=seen_by_both.pk)
    correct_activity(key=uuid4(), activity=seen_by_both, entry=entry(minutes=45), by=SYSTEM, today=TODAY)

    with pytest.raises(Overtaken):
        correct_activity(key=uuid4(), activity=stale, entry=entry(minutes=50), by=SYSTEM, today=TODAY)

    assert [activity.minutes for activity in Activity.current.all()] == [45]


def test_a_refused_write_leaves_neither_row_nor_audit_row(in_malvik):
    before = length()

    with pytest.raises(NationalIdFound):
        log(uuid4(), entry(note="Snakket med 01010750160"))

    assert Activity.objects.count() == 0
    assert length() == before


def test_what_fails_in_the_middle_leaves_nothing(in_malvik):
    before, role, person = length(), Role.objects.first(), factories.person("berit")

    def give_twice():
        give_role(key=uuid4(), role=role, person=person, since=date(2018, 1, 1), by=SYSTEM)
        Holding.objects.create(municipality=in_malvik, key=uuid4(), position=None, role=role, person=person)

    with pytest.raises(IntegrityError):
        transaction.atomic(give_twice)()

    assert length() == before


def test_the_audit_row_knows_the_row_and_its_content(in_malvik):
    visit = log(uuid4(), entry(minutes=60))

    row = AuditRow.objects.get(key=visit.key)

    assert (row.action, row.subject, row.subject_id, row.subject_ref) == (
        "activities.log_activity",
        "activities.activity",
        visit.pk,
        visit.ref,
    )
    assert (row.body["minutes"], row.body["place"], row.body["people"]) == (60, "hommelvik-us", ["berit"])


def test_a_changed_entry_keeps_its_row_and_the_audit_row_has_what_was(in_malvik):
    person = factories.person("ola")

    changed = change_person(key=uuid4(), person=person, name="Ola Sundnes", user=None, by=SYSTEM)

    row = AuditRow.objects.order_by("-number").first()
    assert changed.pk == person.pk
    assert (row.body["name"], row.outcome["before"]["name"]) == ("Ola Sundnes", "Ola Sund")


def test_changing_an_entry_twice_with_one_key_changes_it_once(in_malvik):
    person, key = factories.person("ola"), uuid4()
    change_person(key=key, person=person, name="Ola Sundnes", user=None, by=SYSTEM)
    writes = length()

    change_person(key=key, person=factories.person("ola"), name="Ola Sundnes", user=None, by=SYSTEM)

    assert length() == writes


def test_rows_keep_the_order_they_were_written_in_and_a_correction_its_place(in_malvik):
    first, second = log(uuid4(), entry()), log(uuid4(), entry(minutes=30))

    corrected = correct_activity(key=uuid4(), activity=first, entry=entry(minutes=10), by=SYSTEM, today=TODAY)

    assert list(Activity.current.order_by("position", "id")) == [corrected, second]


def test_ending_a_role_is_a_new_row_with_the_last_day(in_malvik):
    holding = Holding.current.get(person__ref="ola")

    ended = end_role(key=uuid4(), holding=holding, until=date(2018, 1, 31), by=SYSTEM)

    assert (ended.replaces, ended.since, ended.until) == (holding, holding.since, date(2018, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "01010750160",  # eleven digits in a row
        "010107 50160",  # with a space
        "01.01.07.50160",  # with dots
        "０１０１０７５０１６０",  # full-width digits
    ],
)
def test_a_national_identity_number_is_refused_however_it_is_written(text):
    with pytest.raises(NationalIdFound) as refused:
        refuse_national_ids({"note": f"Ring {text} i morgen"})

    assert refused.value.field == "note"
    assert text not in str(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        {"note": {"nb": "Skolen", "nn": "Ring 01010750160"}},  # in one language of two
        {"note": ["rus", "01010750160"]},  # in a list
        {"note": ["010107", "50160"]},  # parted over a list
        {"note": [{"nb": ["01010750160"]}]},  # however deep
    ],
)
def test_it_is_found_wherever_it_hides(content):
    with pytest.raises(NationalIdFound):
        refuse_national_ids(content)


def test_what_only_looks_like_one_is_let_through():
    refuse_national_ids({"phone": "73 00 00 00", "minutes": 90, "note": "01010750161", "nothing": None})


def test_a_name_may_not_hold_one_either(in_malvik):
    with pytest.raises(NationalIdFound):
        add_person(key=uuid4(), ref="x", name="Per 01010750160", by=SYSTEM)


def entry(**fields):
    """A visit as Berit reports it."""
    fields.setdefault("people", [Person.objects.get(ref__in=["berit", "arne"])])
    fields.setdefault("place", factories.place("hommelvik-us"))
    return ActivityEntry(kind="school_visit", happened_on=date(2018, 2, 6), **fields)


def log(key, reported):
    """Log it as the system."""
    return log_activity(key=key, entry=reported, by=SYSTEM, today=TODAY)
