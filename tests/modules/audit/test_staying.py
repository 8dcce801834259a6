"""The database itself keeps what was recorded: audit rows and facts are never changed, nothing is ever deleted."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from politikontakt.modules.access.facts import Entry, Fact
from politikontakt.modules.activities.models import Activity, ActivityPerson, MeetingPerson
from politikontakt.modules.audit.models import AuditRow
from tests import factories

TAKING_PART = [ActivityPerson, MeetingPerson]
FACTS = [model for model in apps.get_models() if issubclass(model, Fact)]
ENTRIES = [model for model in apps.get_models() if issubclass(model, Entry)]
MAY_CHANGE = {"holds", "position"}


def name(model):
    return model.__name__


def try_to(statement, values=()):
    """Run a statement as a program would that forgot the rule; everything it did is undone where it is refused."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def columns(model, *, but=frozenset()):
    return [field.column for field in model._meta.local_concrete_fields if field.column not in but]


@pytest.mark.parametrize("column", columns(AuditRow))
def test_no_column_of_an_audit_row_can_be_set_again(in_malvik, column):
    with pytest.raises(IntegrityError, match="rows of audit_auditrow are never changed"):
        try_to(f"UPDATE audit_auditrow SET {column} = {column}")


def test_an_audit_row_can_not_be_deleted_through_the_models_either(in_malvik):
    before = AuditRow.objects.count()

    with pytest.raises(IntegrityError, match="never deleted"), transaction.atomic():
        AuditRow.objects.order_by("-number").first().delete()

    assert AuditRow.objects.count() == before > 0


def test_a_fact_can_not_be_rewritten_through_the_models(in_malvik):
    visit = factories.visit(date(2018, 2, 6))
    visit.minutes = 600

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        visit.save()

    visit.refresh_from_db()
    assert visit.minutes == 60


def test_what_does_not_hold_never_holds_again(in_malvik):
    visit = factories.visit(date(2018, 2, 6))
    Activity.objects.filter(pk=visit.pk).update(holds=False)

    with pytest.raises(IntegrityError, match="never revived"), transaction.atomic():
        Activity.objects.filter(pk=visit.pk).update(holds=True)

    assert not Activity.current.exists()


def test_a_facts_place_in_its_file_may_change(in_malvik):
    visit = factories.visit(date(2018, 2, 6))

    Activity.objects.filter(pk=visit.pk).update(position=900)

    assert Activity.objects.get().position == 900


@pytest.mark.parametrize("model", FACTS, ids=name)
def test_every_column_of_every_fact_stays(db, model):
    assert changeable(model) == MAY_CHANGE


@pytest.mark.parametrize("model", TAKING_PART, ids=name)
def test_who_took_part_stays(db, model):
    assert changeable(model) == set()


@pytest.mark.parametrize("model", [AuditRow, *FACTS, *ENTRIES, *TAKING_PART], ids=name)
def test_no_row_of_the_record_is_ever_deleted(db, model):
    assert refuses(model, "DELETE")


@pytest.mark.postgres
def test_a_table_can_not_be_emptied_at_once(in_malvik):
    with pytest.raises(DatabaseError, match="rows of audit_auditrow are never deleted"):
        try_to("TRUNCATE audit_auditrow")


def changeable(model):
    """The columns of a table that no trigger keeps."""
    return set(columns(model)) - set(watched(model, "changed"))


def refuses(model, event):
    return bool(watched(model, "deleted", event))


def watched(model, what, event="UPDATE"):
    """The columns that a table's trigger watches; the event itself where it watches all of a row."""
    definition = trigger_of(model._meta.db_table, what)
    before, _, _after = definition.partition(" ON ")
    _, _, events = before.partition(" BEFORE ")
    if not events.startswith(event):
        return []
    return [each.strip(' "') for each in events.removeprefix(f"{event} OF ").split(",")]


def trigger_of(table, what):
    wanted = f"{table}_never_{what}"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = %s", [wanted])
        else:
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = %s", [wanted])
        found = cursor.fetchone()
    return found[0] if found else ""


def test_the_triggers_can_be_taken_away_and_set_again(db):
    migration = import_module("politikontakt.modules.compliance.migrations.0003_facts_stay")
    editor = connection.schema_editor()

    migration.unprotect(apps, editor)
    without = changeable(Activity), refuses(Activity, "DELETE")
    migration.protect(apps, editor)

    assert without == (set(columns(Activity)), False)
    assert changeable(Activity) == MAY_CHANGE


def test_triggers_may_be_set_any_number_of_times(db):
    migration = import_module("politikontakt.modules.compliance.migrations.0003_facts_stay")

    for _ in range(2):
        migration.protect(apps, connection.schema_editor())

    assert changeable(Activity) == MAY_CHANGE
