"""Who is who on a day: the edges of holdings, and the order of every list."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django_scopes.exceptions import ScopeError

from politikontakt.modules.access.models import Holding, Person, Role
from politikontakt.modules.access.queries import (
    holders,
    holdings_of,
    holdings_on,
    holdings_through_time,
    municipalities_of,
    municipality_at,
    people,
    roles,
)
from politikontakt.modules.access.services import end_role, give_role, withdraw
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.queries import state
from tests import factories
from tests.factories import TODAY

DAY = timedelta(days=1)


def give(person, role, since=TODAY, **fields):
    found = Role.objects.get(ref=role)
    return give_role(key=uuid4(), role=found, person=factories.person(person), since=since, by=SYSTEM, **fields)


@pytest.mark.parametrize(
    ("on", "holds"),
    [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True), (TODAY + 2 * DAY, True), (TODAY + 3 * DAY, False)],
    ids=["the day before", "the first day", "between", "the last day", "the day after"],
)
def test_a_role_is_held_on_both_days_named(in_malvik, on, holds):
    give("siri", "police_contact", until=TODAY + 2 * DAY)

    assert ("siri" in [each.person.ref for each in holders("police_contact", on=on)]) is holds


def test_everybody_in_a_role_stands_by_role_and_then_by_date(in_malvik):
    give("siri", "police_contact", since=date(2015, 1, 1))

    found = [(each.role.ref, each.person.ref) for each in holdings_on(TODAY)]

    assert found == [
        ("police_contact", "siri"),
        ("police_contact", "berit"),
        ("police_contact", "ola"),
        ("council_secretary", "siri"),
        ("municipal_director", "kari"),
    ]


def test_who_held_a_role_before_is_in_the_list_through_time_alone(in_malvik):
    end_role(key=uuid4(), holding=Holding.current.get(person__ref="ola"), until=TODAY - DAY, by=SYSTEM)

    assert "ola" not in [each.person.ref for each in holdings_on(TODAY)]
    assert "ola" in [each.person.ref for each in holdings_through_time()]


def test_a_holding_that_was_a_mistake_is_in_no_list(in_malvik):
    withdraw(key=uuid4(), fact=Holding.current.get(person__ref="ola"), by=SYSTEM)

    assert "ola" not in [each.person.ref for each in holdings_through_time()]


def test_a_user_has_the_roles_of_the_day_the_first_held_first(in_malvik, siri):
    give("siri", "police_contact", since=date(2015, 1, 1))
    give("siri", "municipal_director", since=TODAY + DAY)

    assert [each.role.ref for each in holdings_of(siri, on=TODAY)] == ["police_contact", "council_secretary"]


def test_a_person_who_was_taken_out_of_the_register_gives_their_user_nothing(in_malvik, siri):
    Person.objects.filter(ref="siri").update(holds=False)

    assert list(holdings_of(siri, on=TODAY)) == []
    assert [person.ref for person in people()] == ["berit", "ola", "kari"]


def test_registers_stand_in_their_own_order(in_malvik):
    assert [person.ref for person in people()] == ["berit", "ola", "siri", "kari"]
    assert [role.ref for role in roles()] == ["police_contact", "council_secretary", "municipal_director"]


def test_an_address_finds_its_municipality_with_the_state_of_its_record(malvik, stjordal):
    found = municipality_at("malvik")

    with within(malvik):
        assert (found, found.known_state) == (malvik, state())
    assert municipality_at("nowhere") is None
    assert municipality_at("") is None


def test_the_state_is_unknown_again_after_a_write(malvik):
    found = municipality_at("malvik")
    with within(found):
        factories.visit(TODAY)

    assert found.known_state is None


def test_a_user_without_any_person_works_nowhere(malvik, django_user_model):
    assert municipalities_of(django_user_model.objects.create_user("new@example.no")) == []


@pytest.mark.parametrize("ask", [people, roles, holdings_through_time])
def test_nobody_is_read_without_a_municipality(malvik, ask):
    with pytest.raises(ScopeError):
        list(ask())
