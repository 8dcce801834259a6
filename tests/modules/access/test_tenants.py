"""Municipalities never see each other's rows."""

from datetime import date

import pytest
from django.apps import apps
from django_scopes import scopes_disabled
from django_scopes.exceptions import ScopeError

from politikontakt.modules.access.errors import RefTaken, SlugReserved
from politikontakt.modules.access.models import Municipality, Person
from politikontakt.modules.access.services import RESERVED_SLUGS, open_municipality
from politikontakt.modules.access.tenants import tenant, within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.queries import activities
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.scoped import Scoped
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.directory.models import Place
from tests import factories

OURS = ("audit", "access", "outbox", "directory", "agreements", "activities", "compliance")
NOBODYS = {"User", "Municipality"}
"""Models that belong to no municipality."""

TENANT_MODELS = [
    model for label in OURS for model in apps.get_app_config(label).get_models() if model.__name__ not in NOBODYS
]


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model.__name__)
def test_every_table_of_a_tenant_raises_without_a_scope(db, model):
    assert isinstance(model._default_manager, Scoped)
    with pytest.raises(ScopeError):
        list(model._default_manager.all())


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda model: model.__name__)
def test_every_table_of_a_tenant_keeps_the_others_rows_out(malvik, stjordal, model):
    with scopes_disabled():
        everything = model._default_manager.count()

    with within(malvik):
        malviks = model._default_manager.count()
    with within(stjordal):
        stjordals = model._default_manager.count()

    assert malviks + stjordals == everything


def test_a_place_of_the_same_id_is_another_place(malvik, stjordal):
    with within(stjordal):
        assert [place.name for place in Place.current.all()] == ["Halsen ungdomsskole"]


def test_work_in_one_municipality_is_no_evidence_in_the_other(malvik, stjordal):
    with within(malvik):
        factories.visit(date(2018, 2, 6))

    with within(stjordal):
        assert list(activities()) == []
        assert records().activities == ()
        assert Activity.objects.filter(place__name="Hommelvik ungdomsskole").count() == 0


def test_the_scope_ends_with_its_block(malvik, stjordal):
    with within(malvik):
        with within(stjordal):
            assert tenant() == stjordal
        assert tenant() == malvik
    with pytest.raises(ScopeError):
        tenant()


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_a_slug_that_is_an_address_of_our_own_is_refused(db, slug):
    with pytest.raises(SlugReserved):
        open_municipality(key=factories.key(), slug=slug, number="1", name="X", by=SYSTEM)


def test_a_slug_is_given_once(malvik):
    with pytest.raises(RefTaken):
        open_municipality(key=factories.key(), slug="malvik", number="1", name="X", by=SYSTEM)


def test_opening_a_municipality_twice_with_one_key_opens_one(db):
    key = factories.key()

    first, second = (open_municipality(key=key, slug="nyby", number="9999", name="Nyby", by=SYSTEM) for _ in range(2))

    assert first == second
    assert Municipality.objects.count() == 1


def test_people_are_found_in_their_own_municipality_alone(malvik, stjordal):
    with within(malvik):
        assert not Person.objects.filter(ref="arne").exists()
