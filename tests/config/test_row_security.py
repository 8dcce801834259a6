"""Row-level security: PostgreSQL itself keeps municipalities apart. Run by `test_postgresql.py`."""

from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from django_scopes import scopes_disabled

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.scoped import Scoped
from tests import factories

pytestmark = [pytest.mark.postgres, pytest.mark.django_db]


def test_a_statement_that_forgets_its_municipality_still_sees_only_the_own_rows(malvik, stjordal):
    with within(malvik):
        assert names() == {"Berit Haugen", "Ola Sund", "Siri Vold", "Kari Moen"}
    with within(stjordal):
        assert names() == {"Arne Lund"}


def test_without_a_scope_nobodys_rows_are_seen(malvik):
    assert names() == set()


def test_where_scopes_are_switched_off_on_purpose_all_rows_are_seen(malvik, stjordal):
    with scopes_disabled():
        assert len(names()) == 5


def test_people_of_an_activity_follow_the_activity(malvik, stjordal):
    with within(malvik):
        factories.visit(date(2018, 2, 6))
        assert count("activities_activityperson") == 1
    with within(stjordal):
        assert count("activities_activityperson") == 0


def test_a_row_can_not_be_written_into_another_municipality(malvik, stjordal):
    with within(malvik):
        stray = Person(municipality=stjordal, key=uuid4(), position=1, ref="stray", name="Stray")

        with pytest.raises(ProgrammingError, match="row-level security"):
            transaction.atomic(stray.save)()

        assert len(names()) == 4


def test_another_scope_inside_is_told_and_the_outer_one_told_again(malvik, stjordal):
    with within(malvik):
        with within(stjordal):
            assert names() == {"Arne Lund"}
        assert "Berit Haugen" in names()


def test_what_was_told_inside_a_transaction_that_failed_is_told_anew(malvik, stjordal):
    def fail():
        with within(stjordal):
            assert names() == {"Arne Lund"}
            raise LookupError

    with within(malvik):
        assert "Berit Haugen" in names()
        with pytest.raises(LookupError):
            transaction.atomic(fail)()
        assert "Berit Haugen" in names()


def test_every_table_of_a_tenant_has_a_policy(db):
    tables = {model._meta.db_table for model in apps.get_models() if isinstance(model._default_manager, Scoped)}

    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity")
        protected = {name for (name,) in cursor.fetchall()}

    assert protected == tables


def names():
    """Everybody's name, by a statement that says nothing of municipalities."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM access_person")
        return {name for (name,) in cursor.fetchall()}


def count(table):
    """The rows of a table that can be seen."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]
