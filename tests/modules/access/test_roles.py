"""Who holds a role on a day, and what that lets them do."""

from datetime import date
from uuid import uuid4

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from politikontakt.modules.access.capabilities import ALL, LOG, SEE, SPEAK, STARTS_WITH
from politikontakt.modules.access.errors import EndsBeforeItBegins, NotADemo, RefTaken
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Holding, Municipality, Role, User
from politikontakt.modules.access.queries import holders, holdings_through_time, municipalities_of
from politikontakt.modules.access.services import (
    add_person,
    add_role,
    change_role,
    end_role,
    give_role,
    let_sign_in,
    set_demo_day,
)
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories
from tests.factories import TODAY


def test_a_contact_may_log_but_not_speak_for_the_party(malvik, berit):
    member = Membership(berit, malvik, TODAY)

    assert LOG in member.capabilities
    assert SPEAK not in member.capabilities


def test_nobody_may_do_nothing_but_read_what_is_public(malvik):
    nobody = Membership(AnonymousUser(), malvik, TODAY)

    assert nobody.capabilities == frozenset()
    assert rules.test_rule("access.public", nobody)
    assert not rules.test_rule("access.signed_in", nobody)
    assert not rules.test_rule("compliance.see", nobody)


def test_a_contact_of_another_municipality_may_do_nothing_here(malvik, arne):
    here = Membership(arne, malvik, TODAY)

    assert here.capabilities == frozenset()
    assert here.parties == ()
    assert rules.test_rule("access.signed_in", here)


@pytest.mark.parametrize(
    ("rule", "who", "may"),
    [
        ("activities.log", "berit@politi.example", True),
        ("activities.log", "siri@malvik.example", True),
        ("activities.log", "kari@malvik.example", False),
        ("directory.keep", "berit@politi.example", True),
        ("agreements.store", "berit@politi.example", False),
        ("agreements.store", "siri@malvik.example", True),
        ("agreements.speak", "siri@malvik.example", False),
        ("agreements.speak", "kari@malvik.example", True),
        ("compliance.see", "berit@politi.example", True),
        ("compliance.exchange", "berit@politi.example", False),
        ("compliance.exchange", "siri@malvik.example", True),
    ],
)
def test_a_rule_follows_the_roles(malvik, rule, who, may):
    member = Membership(User.objects.get(email=who), malvik, TODAY)

    assert rules.test_rule(rule, member) is may


def test_one_speaks_for_the_own_party_alone(malvik):
    kari = Membership(user_of(malvik, "kari"), malvik, TODAY)

    assert rules.test_rule("agreements.speak", kari, "kommune")
    assert not rules.test_rule("agreements.speak", kari, "distrikt")


def test_a_role_ends_with_its_last_day(in_malvik, berit):
    holding = Holding.current.get(person__ref="berit")
    end_role(key=uuid4(), holding=holding, until=TODAY, by=SYSTEM)

    on_the_last_day = Membership(berit, in_malvik, TODAY)
    the_day_after = Membership(berit, in_malvik, date(2018, 3, 16))

    assert on_the_last_day.capabilities == STARTS_WITH["police_contact"]
    assert the_day_after.capabilities == frozenset()


def test_a_role_begins_with_its_first_day(in_malvik, berit):
    assert Membership(berit, in_malvik, date(2016, 9, 30)).capabilities == frozenset()
    assert Membership(berit, in_malvik, date(2016, 10, 1)).capabilities == STARTS_WITH["police_contact"]


def test_a_deputy_may_what_the_role_may_but_is_not_its_holder(in_malvik, siri):
    contact = Role.objects.get(ref="police_contact")
    give_role(key=uuid4(), role=contact, person=factories.person("siri"), since=TODAY, deputy=True, by=SYSTEM)

    held = [holding.person.ref for holding in holders("police_contact", on=TODAY)]

    assert LOG in Membership(siri, in_malvik, TODAY).capabilities
    assert held == ["berit", "ola"]


def test_an_acting_holder_is_one(in_malvik):
    contact = Role.objects.get(ref="police_contact")
    give_role(key=uuid4(), role=contact, person=factories.person("siri"), since=TODAY, acting=True, by=SYSTEM)

    assert [holding.person.ref for holding in holders("police_contact", on=TODAY)] == ["berit", "ola", "siri"]


def test_a_user_who_was_switched_off_may_do_nothing(malvik, berit):
    berit.is_active = False

    assert Membership(berit, malvik, TODAY).capabilities == frozenset()


def test_the_roles_of_a_request_take_one_query_however_often_they_are_asked(malvik, berit, django_assert_num_queries):
    member = Membership(berit, malvik, TODAY)

    with django_assert_num_queries(1):
        assert member.capabilities
        assert member.parties == ("distrikt",)
        assert member.actor.role == "police_contact"


def test_the_actor_bears_the_name_and_the_role_of_the_day(malvik, berit):
    actor = Membership(berit, malvik, TODAY).actor

    assert (actor.user_id, actor.name, actor.role) == (berit.pk, "Berit Haugen", "police_contact")


def test_nobody_is_no_actor(malvik):
    nobody = Membership(AnonymousUser(), malvik, TODAY)

    with pytest.raises(PermissionError):
        _ = nobody.actor


def test_a_person_may_hold_roles_in_several_municipalities(malvik, stjordal, berit):
    with within(stjordal):
        person = add_person(key=uuid4(), ref="berit", name="Berit Haugen", user=berit, by=SYSTEM)
        give_role(key=uuid4(), role=Role.objects.get(ref="police_contact"), person=person, since=TODAY, by=SYSTEM)

    assert municipalities_of(berit) == [malvik, stjordal]
    assert LOG in Membership(berit, stjordal, TODAY).capabilities


def test_one_address_signs_in_to_all_the_municipalities_a_person_works_in(malvik, stjordal, berit):
    with within(stjordal):
        person = add_person(key=uuid4(), ref="berit", name="Berit Haugen", by=SYSTEM)

        let_in = let_sign_in(key=uuid4(), person=person, email=" Berit@politi.example", by=SYSTEM)

    assert let_in.user == berit
    assert municipalities_of(berit) == [malvik, stjordal]


def test_a_new_role_starts_with_what_its_code_is_known_for_and_an_unknown_one_with_seeing(in_malvik):
    known = add_role(key=uuid4(), ref="mayor", titles={"nb": "ordfører"}, side="municipality", by=SYSTEM)
    unknown = add_role(key=uuid4(), ref="fire_chief", titles={"nb": "brannsjef"}, side="municipality", by=SYSTEM)

    assert frozenset(known.may) == STARTS_WITH["mayor"]
    assert unknown.may == (SEE,)


def test_what_a_role_may_is_the_municipalitys_own_choice(in_malvik, berit):
    role = Role.objects.get(ref="police_contact")

    change_role(key=uuid4(), role=role, titles=role.titles, party=role.party, may=(SEE, SPEAK), by=SYSTEM)

    assert Membership(berit, in_malvik, TODAY).capabilities == {SEE, SPEAK}


def test_every_starting_capability_is_one_that_exists():
    assert frozenset().union(*STARTS_WITH.values()) <= ALL


def test_a_role_that_ends_before_it_begins_is_refused(in_malvik):
    role, person = Role.objects.get(ref="police_contact"), factories.person("siri")

    with pytest.raises(EndsBeforeItBegins):
        give_role(key=uuid4(), role=role, person=person, since=TODAY, until=date(2018, 3, 14), by=SYSTEM)


def test_a_ref_is_used_once(in_malvik):
    with pytest.raises(RefTaken):
        add_person(key=uuid4(), ref="berit", name="Berit Aas", by=SYSTEM)


def test_a_title_falls_back_to_bokmal_and_then_to_the_code(in_malvik):
    role = Role(ref="mayor", titles={"nb": "ordfører"})

    assert (role.title("nn"), Role(ref="mayor", titles={}).title("nn")) == ("ordfører", "mayor")


def test_a_demo_may_have_a_day_of_its_own_and_a_real_municipality_not(in_malvik):
    with pytest.raises(NotADemo):
        set_demo_day(key=uuid4(), day=TODAY, by=SYSTEM)

    Municipality.objects.update(demo=True)
    with within(Municipality.objects.get()):
        demo = set_demo_day(key=uuid4(), day=TODAY, by=SYSTEM)

    assert demo.demo_day == TODAY


def test_lists_of_holdings_take_one_query_with_one_and_with_more(in_malvik, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [(each.role.ref, each.person.name) for each in holdings_through_time()][:1] == [
            ("police_contact", "Berit Haugen")
        ]


def user_of(municipality, ref):
    """The user a person signs in as."""
    with within(municipality):
        return factories.person(ref).user
