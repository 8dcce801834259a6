"""Importing: what is new, changed and removed; what stays; all or nothing."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.access.capabilities import SEE
from politikontakt.modules.access.models import Holding, Municipality, Person, Role
from politikontakt.modules.access.services import change_role, give_role, open_municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity, Event
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.agreements.models import AgreementVersion, Judgement
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import length, state, verify_chain
from politikontakt.modules.compliance.exchange import storing
from politikontakt.modules.compliance.exchange.preview import FileChanges, preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.compliance.services import import_folder
from politikontakt.modules.directory.models import Place
from politikontakt.modules.planning.services import entry_of
from tests.factories import TODAY
from tests.modules.compliance.full_folder import FULL


@pytest.fixture
def nyby(db) -> Municipality:
    """A municipality that imported the full folder; its scope is open."""
    municipality = open_municipality(key=uuid4(), slug="nyby", number="9999", name="Nyby", by=SYSTEM)
    with within(municipality):
        import_folder(key=uuid4(), files=FULL, by=SYSTEM)
        yield municipality


def test_every_column_of_every_file_comes_out_as_it_went_in(nyby):
    assert folder() == FULL


def test_the_whole_import_is_one_write_with_the_hash_of_each_file(nyby):
    row = AuditRow.objects.get(action="compliance.import_folder")

    assert sorted(row.body["files"]) == sorted(FULL)
    assert row.outcome["activities.csv"] == {"added": 2, "changed": 0, "removed": 0}
    assert verify_chain() == []


def test_the_same_folder_again_changes_nothing(nyby):
    before = Activity.objects.count(), AgreementVersion.objects.count(), Holding.objects.count()

    assert preview(FULL).changes_nothing
    import_folder(key=uuid4(), files=FULL, by=SYSTEM)

    assert (Activity.objects.count(), AgreementVersion.objects.count(), Holding.objects.count()) == before


def test_a_preview_counts_what_is_new_changed_and_removed_and_stores_nothing(nyby):
    before = state()
    files = FULL | {
        "events.csv": b"id,kind,date\ne1,reception_moved,2016-10-06\ne2,opening,2017-01-01\n",
        "documents.csv": b"id,kind,approved_on\n",
    }

    changes = {each.file: each for each in preview(files).changes if each.any}

    assert sorted(changes) == ["documents.csv", "events.csv"]
    assert counts(changes["events.csv"]) == (0, 1, 1, 0)
    assert counts(changes["documents.csv"]) == (0, 0, 0, 1)
    assert [(old.on, new.on) for old, new in changes["events.csv"].changed] == [(date(2016, 10, 5), date(2016, 10, 6))]
    assert state() == before
    assert folder() == FULL


def test_a_changed_row_is_a_later_row_that_names_the_old(nyby):
    old = Event.current.get()

    import_folder(key=uuid4(), files=changed("events.csv", b"2016-10-05", b"2016-10-06"), by=SYSTEM)

    new = Event.current.get()
    assert (new.replaces, new.happened_on, new.ref) == (old, date(2016, 10, 6), "e1")
    assert Event.objects.count() == 2


def test_a_row_that_is_gone_is_withdrawn_and_not_deleted(nyby):
    import_folder(key=uuid4(), files=FULL | {"events.csv": b"id,kind,date\n"}, by=SYSTEM)

    assert list(Event.current.all()) == []
    assert [(event.withdrawn, event.replaces_id is not None) for event in Event.objects.order_by("id")] == [
        (False, False),
        (True, True),
    ]


def test_a_file_that_is_missing_is_an_empty_one(nyby):
    files = {name: source for name, source in FULL.items() if name != "requests.csv"}

    import_folder(key=uuid4(), files=files, by=SYSTEM)

    assert records().requests == ()


def test_rows_keep_the_order_of_the_file_and_the_later_holds(nyby):
    lines = FULL["judgements.csv"].splitlines(keepends=True)
    swapped = FULL | {"judgements.csv": lines[0] + lines[2] + lines[1]}

    import_folder(key=uuid4(), files=swapped, by=SYSTEM)

    assert folder() == swapped
    assert [judgement.finding for judgement in records().judgements] == ["partly", "kept"]
    assert Judgement.objects.count() == 2


def test_a_row_put_in_the_middle_stands_there_when_it_comes_out(nyby):
    more = changed("places.csv", b"senter,", b"midt,I midten,street,,,,,,\nsenter,")

    import_folder(key=uuid4(), files=more, by=SYSTEM)

    assert folder() == more


def test_two_rows_that_are_alike_stay_two(nyby):
    line = FULL["closed_days.csv"].splitlines(keepends=True)[1]
    doubled = FULL | {"closed_days.csv": FULL["closed_days.csv"] + line}

    import_folder(key=uuid4(), files=doubled, by=SYSTEM)

    assert folder() == doubled


def test_a_place_that_was_taken_out_and_comes_back_is_the_same_place(nyby):
    number = Place.objects.get(ref="senter").pk
    files = changed("places.csv", b"senter,Senteret,shopping_centre,,,,,,\n", b"")
    without = files | {"meetings.csv": FULL["meetings.csv"].replace(b"senter", b"s1")}

    import_folder(key=uuid4(), files=without, by=SYSTEM)
    gone = folder()
    import_folder(key=uuid4(), files=FULL, by=SYSTEM)

    assert gone == without
    assert folder() == FULL
    assert Place.objects.get(ref="senter").pk == number


def test_a_changed_place_keeps_its_row(nyby):
    number = Place.objects.get(ref="s1").pk

    import_folder(key=uuid4(), files=changed("places.csv", b"Skolen", b"Storskolen"), by=SYSTEM)

    assert Place.objects.get(pk=number).name == "Storskolen"


def test_a_new_agreement_file_is_a_new_version(nyby):
    import_folder(key=uuid4(), files=changed("agreement.toml", b"at_least = 8", b"at_least = 6"), by=SYSTEM)

    assert [version.number for version in AgreementVersion.objects.order_by("number")] == [1, 2]
    assert AgreementVersion.current.get().number == 2


def test_an_older_agreement_travels_beside_the_newest(nyby):
    later = FULL["agreement.toml"].replace(b"malvik-test", b"malvik-2019").replace(b"= 2019-09-30", b"= 2022-12-31")
    later = later.replace(b"= 2016-10-01", b"= 2020-01-01").replace(b"= 2016-10-03", b"= 2019-12-19")
    both = FULL | {"agreement.toml": later, "agreement-malvik-test.toml": FULL["agreement.toml"]}

    import_folder(key=uuid4(), files=both, by=SYSTEM)

    assert folder() == both


def test_what_is_in_no_file_stays(nyby, django_user_model):
    user = django_user_model.objects.create_user("berit@politi.example", "Berit")
    Person.objects.filter(ref="p1").update(user=user)
    role = Role.objects.get(ref="police_contact")
    change_role(key=uuid4(), role=role, titles=role.titles, party=role.party, may=(SEE,), by=SYSTEM)
    deputy = Person.objects.get(ref="p1")
    give_role(key=uuid4(), role=role, person=deputy, since=TODAY, deputy=True, by=SYSTEM)
    noted = Activity.current.get(ref="b")
    noted_so = entry_of(noted, note="Gruppearbeid")
    correct_activity(key=uuid4(), activity=noted, entry=noted_so, by=SYSTEM, today=TODAY)

    import_folder(key=uuid4(), files=changed("activities.csv", b",60,", b",75,"), by=SYSTEM)

    assert Person.objects.get(ref="p1").user == user
    assert Role.objects.get(ref="police_contact").may == (SEE,)
    assert Holding.current.filter(deputy=True).count() == 1
    assert [(each.minutes, each.note) for each in Activity.current.filter(ref="b")] == [(75, "Gruppearbeid")]


def test_roles_of_the_agreement_are_entered_with_title_party_and_side(nyby):
    role = Role.objects.get(ref="council_secretary")

    assert (role.titles, role.party, role.side) == ({"nb": "sekretær for politirådet"}, "kommune", "municipality")


@pytest.mark.parametrize(
    ("file", "source", "codes"),
    [
        ("events.csv", b"id,kind,date\ne1,x,2017-02-30\ne2,x,2017-13-01\n", ["no_such_day", "no_such_day"]),
        ("agreement.toml", b"format = 2", None),
        ("planning.toml", b"# 010107 50160\n", ["national_id"]),
        ("requests.csv", b"id,kind,received_on,outcome\nr1,x,2017-01-01,Ring 01.01.07.50160\n", ["national_id"]),
        ("evnets.csv", b"id,kind,date\n", ["unknown_file"]),
    ],
)
def test_a_fault_anywhere_changes_nothing(nyby, file, source, codes):
    before = state(), folder()
    files = changed("places.csv", b"Skolen", b"Storskolen") | {file: source}

    with pytest.raises(FaultyInput) as refused:
        import_folder(key=uuid4(), files=files, by=SYSTEM)

    assert preview(files).faults == refused.value.faults
    if codes:
        assert [fault.code for fault in refused.value.faults if fault.file == file] == codes
    assert (state(), folder()) == before


def test_faults_of_several_files_are_told_at_once(nyby):
    files = FULL | {"events.csv": b"id\n", "planning.toml": b"# 01010750160", "agreement.toml": b"format = 2"}

    files_with_faults = {fault.file for fault in preview(files).faults}

    assert {"events.csv", "planning.toml", "agreement.toml"} <= files_with_faults


def test_records_without_any_agreement_are_a_fault(db):
    empty = open_municipality(key=uuid4(), slug="tom", number="9998", name="Tom", by=SYSTEM)
    with within(empty):
        found = preview({"places.csv": FULL["places.csv"]})

    assert [fault.code for fault in found.faults] == ["no_agreement"]


def test_the_stored_agreement_serves_a_folder_without_one(nyby):
    files = {name: source for name, source in FULL.items() if name != "agreement.toml"}

    assert preview(files).changes_nothing


def test_what_fails_half_way_leaves_nothing(malvik, monkeypatch):
    with within(malvik):
        before = folder(), length()

        def fail(*_):
            raise IntegrityError("the disk is full")

        monkeypatch.setattr(storing.Storing, "_store_people", fail)
        with pytest.raises(IntegrityError):
            import_folder(key=uuid4(), files=FULL, by=SYSTEM)

        assert (folder(), length()) == before


def test_the_same_import_twice_is_one(nyby):
    key = uuid4()
    files = changed("events.csv", b"2016-10-05", b"2016-10-06")

    first, second = (import_folder(key=key, files=files, by=SYSTEM) for _ in range(2))

    assert first == second == {"events.csv": {"added": 0, "changed": 1, "removed": 0}}
    assert Event.objects.count() == 2


def test_another_folder_under_the_same_key_is_a_conflict(nyby):
    key = uuid4()
    import_folder(key=key, files=FULL, by=SYSTEM)

    with pytest.raises(KeyConflict):
        import_folder(key=key, files=changed("events.csv", b"2016-10-05", b"2016-10-06"), by=SYSTEM)


def test_a_long_file_takes_no_more_statements_than_a_short_one(nyby):
    one, thirty = (statements_to_import(copies) for copies in (1, 30))

    assert one == thirty


def statements_to_import(copies):
    """How many statements it takes to import so many new visits."""
    row = b"%d-%d,school_visit,done,2017-03-06,10:00,60,s1,p2;p1,preventive,,,,,,,,\n"
    rows = b"".join(row % (copies, number) for number in range(copies))
    files = FULL | {"activities.csv": FULL["activities.csv"] + rows}
    with CaptureQueriesContext(connection) as statements:
        import_folder(key=uuid4(), files=files, by=SYSTEM)
    import_folder(key=uuid4(), files=FULL, by=SYSTEM)
    return len(statements)


def changed(file, old, new):
    """The full folder with one thing changed in one file."""
    assert old in FULL[file]
    return FULL | {file: FULL[file].replace(old, new, 1)}


def counts(changes: FileChanges):
    """Unchanged, added, changed, removed."""
    return changes.unchanged, len(changes.added), len(changes.changed), len(changes.removed)
