"""Rows asked for, stored and set by SQL that is made once: the same as Django's own, and only within the scope."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django_scopes.exceptions import ScopeError

from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.models import AuditRow, Head
from politikontakt.modules.audit.single import put, row_by, set_in
from politikontakt.modules.directory.models import Place
from tests import factories

DAY = date(2018, 2, 6)


def same(one, other):
    """Whether two rows of a model have the same in every column."""
    names = [each.attname for each in other._meta.concrete_fields]
    return [getattr(one, each) for each in names] == [getattr(other, each) for each in names]


def visit_of(municipality, **columns):
    """A visit that is stored nowhere yet."""
    said = {"ref": "x", "position": 7, "happened_on": DAY, "kind": "school_visit", "status": "done"}
    return Activity(municipality=municipality, **said, **columns)


@pytest.mark.parametrize("model", [Place, Person, Role, Holding, Activity, AuditRow, Head])
def test_a_row_asked_for_by_its_number_is_what_django_gives(in_malvik, model):
    factories.visit(DAY)
    ought = model.objects.first()

    assert same(row_by(model, id=ought.pk), ought)


def test_a_row_can_be_asked_for_by_key_by_code_and_by_a_column_that_is_empty(in_malvik):
    visit = factories.visit(DAY)

    assert row_by(Activity, key=visit.key) == visit
    assert row_by(Activity, key=visit.key, period=None, holds=True) == visit
    assert row_by(Activity, key=visit.key, happened_on=DAY, place=visit.place_id) == visit
    assert row_by(Activity, key=visit.key, happened_on=None) is None
    assert row_by(Place, ref="no-such-place") is None


def test_what_was_asked_for_can_be_saved_and_followed_as_any_row(in_malvik):
    school, visit = row_by(Place, ref="hommelvik-us"), row_by(Activity, key=factories.visit(DAY).key)

    school.zone = "øst"
    school.save()

    assert Place.objects.get(pk=school.pk).zone == "øst"
    assert visit.place == school


def test_another_municipality_s_rows_are_not_there(in_malvik, stjordal):
    visit = factories.visit(DAY)

    with within(stjordal):
        assert row_by(Activity, key=visit.key) is None
        assert row_by(Activity, id=visit.pk) is None
        assert not set_in(visit, holds=False)
    assert Activity.objects.get(pk=visit.pk).holds


def test_without_a_scope_everything_raises(malvik):
    with within(malvik):
        visit = factories.visit(DAY)

    with pytest.raises(ScopeError):
        row_by(Activity, key=visit.key)
    with pytest.raises(ScopeError):
        set_in(visit, holds=False)


def test_of_several_it_is_the_oldest(in_malvik):
    first, _ = factories.visit(DAY), factories.visit(DAY)

    assert row_by(Activity, happened_on=DAY) == first


def test_a_turn_is_taken_within_the_same_question(in_malvik):
    with CaptureQueriesContext(connection) as asked:
        found = row_by(Head, turn=True)

    assert found == Head.objects.get()
    assert [each["sql"].endswith("FOR UPDATE") for each in asked] == [connection.features.has_select_for_update]


def test_a_row_that_is_stored_gets_its_number_and_is_what_was_put(in_malvik):
    old = factories.visit(DAY)
    new = visit_of(in_malvik, key=uuid4(), place=old.place, audience=("pupils", "parents"), themes=())

    put(new)

    assert same(Activity.objects.get(pk=new.pk), new)
    assert new.pk > old.pk


def test_a_key_is_stored_once(in_malvik):
    visit = factories.visit(DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        put(visit_of(in_malvik, key=visit.key))

    assert Activity.objects.get() == visit


def test_columns_are_set_in_the_row_and_in_hand(in_malvik):
    visit = factories.visit(DAY)

    assert set_in(visit, holds=False)

    assert (visit.holds, Activity.objects.get(pk=visit.pk).holds) == (False, False)


def test_nothing_is_set_where_the_row_is_no_longer_so(in_malvik):
    visit = factories.visit(DAY)
    Activity.objects.filter(pk=visit.pk).update(holds=False)

    assert not set_in(visit, only_if={"holds": True}, holds=False)

    assert visit.holds
