"""Who may do what: every role by every action, as one table, and both parties alike."""

from uuid import uuid4

import pytest
import rules
from django.contrib.auth.models import AnonymousUser
from rules.permissions import permissions
from rules.rulesets import default_rules

from politikontakt.config import policies
from politikontakt.modules.access.capabilities import AGREE, ALL, BINDING, EXCHANGE, REGISTER, SEE, SPEAK, STARTS_WITH
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Role, User
from politikontakt.modules.access.services import add_person, add_role, change_role, give_role
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories
from tests.factories import TODAY

ACTIONS = (
    "compliance.see", "activities.log", "planning.plan", "directory.keep", "agreements.store", "agreements.speak",
    "compliance.exchange",
)  # fmt: skip
MAY = {
    #                    see    log    plan   keep   store  speak  exchange
    "police_contact":    (True,  True,  True,  True,  False, False, False),
    "local_chief":       (True,  True,  True,  True,  True,  True,  True),
    "unit_head":         (True,  True,  True,  True,  True,  True,  True),
    "police_chief":      (True,  False, False, False, True,  True,  False),
    "mayor":             (True,  False, False, False, True,  True,  False),
    "municipal_director": (True, False, False, True,  True,  True,  True),
    "slt_coordinator":   (True,  True,  True,  True,  False, False, True),
    "council_secretary": (True,  True,  True,  True,  True,  False, True),
    "fire_chief":        (True,  False, False, False, False, False, False),  # a code nobody knows
}  # fmt: skip
POLICE = ("police_contact", "local_chief", "unit_head", "police_chief")
FOR_THE_SAME = {"access.see": "compliance.see", "access.keep_people": "directory.keep"}
FOR_ALL = {"access.public", "access.signed_in"}


@pytest.fixture
def member(in_malvik):
    """Somebody who holds the roles named, and nothing else: `member("mayor", "slt_coordinator")`."""

    def holding(*codes):
        user = User.objects.create_user(f"{uuid4()}@example.no", "Noen")
        person = add_person(key=uuid4(), ref=f"p{user.pk}", name="Noen", user=user, by=SYSTEM)
        for code in codes:
            give_role(key=uuid4(), role=role_of(code), person=person, since=TODAY, by=SYSTEM)
        return Membership(user, in_malvik, TODAY)

    return holding


def role_of(code):
    """The role of a code, entered where it is not there yet."""
    role = Role.objects.filter(ref=code).first()
    side, party = ("police", "distrikt") if code in POLICE else ("municipality", "kommune")
    return role or add_role(key=uuid4(), ref=code, titles={"nb": code}, side=side, party=party, by=SYSTEM)


@pytest.mark.parametrize("code", MAY)
def test_what_a_role_may(member, code):
    one = member(code)

    assert tuple(rules.test_rule(action, one, None) for action in ACTIONS) == MAY[code]


def test_every_rule_that_exists_is_in_the_table():
    assert policies.MODULES
    assert set(default_rules) == {*ACTIONS, *FOR_THE_SAME, *FOR_ALL, "access.give_role"}
    assert dict(permissions) == {}


@pytest.mark.parametrize("code", MAY)
@pytest.mark.parametrize(("rule", "same"), FOR_THE_SAME.items())
def test_two_names_for_one_right_agree(member, rule, same, code):
    one = member(code)

    assert rules.test_rule(rule, one) is rules.test_rule(same, one)


def test_every_known_role_is_in_the_table():
    assert set(STARTS_WITH) == set(MAY) - {"fire_chief"}


def test_one_who_holds_no_role_may_nothing(member):
    one = member()

    assert [action for action in ACTIONS if rules.test_rule(action, one, None)] == []


def test_nobody_may_what_is_not_public(malvik):
    nobody = Membership(AnonymousUser(), malvik, TODAY)

    assert {rule for rule in default_rules if rules.test_rule(rule, nobody, None)} == {"access.public"}


def test_roles_add_up(member):
    both = member("police_chief", "slt_coordinator")

    assert both.capabilities == STARTS_WITH["police_chief"] | STARTS_WITH["slt_coordinator"]


@pytest.mark.parametrize(
    ("codes", "police", "municipality"),
    [
        (["unit_head"], True, False),
        (["municipal_director"], False, True),
        (["police_contact"], False, False),
        (["council_secretary"], False, False),
        # one who speaks for the one party and works in the other speaks for the one alone
        (["mayor", "police_contact"], False, True),
        (["unit_head", "slt_coordinator"], True, False),
        (["unit_head", "mayor"], True, True),
    ],
    ids=lambda value: " and ".join(value) if isinstance(value, list) else str(value),
)
def test_one_speaks_for_a_party_by_a_role_in_that_party(member, codes, police, municipality):
    one = member(*codes)

    spoken_for = [rules.test_rule("agreements.speak", one, party) for party in ("distrikt", "kommune")]

    assert spoken_for == [police, municipality]
    assert rules.test_rule("agreements.speak", one, None) is any(spoken_for)
    assert not rules.test_rule("agreements.speak", one, "another")


GIVES = {
    "police_contact": {"police_contact"},
    "local_chief": set(POLICE),
    "unit_head": set(POLICE),
    "police_chief": set(),
    "mayor": set(),
    "municipal_director": {"mayor", "municipal_director", "slt_coordinator", "council_secretary", "fire_chief"},
    "slt_coordinator": {"slt_coordinator", "fire_chief"},
    "council_secretary": {"slt_coordinator", "council_secretary", "fire_chief"},
    "fire_chief": set(),
}
"""Which roles one may give and end: those of the own party that bind it to no more than one may oneself."""


@pytest.mark.parametrize("giver", GIVES)
def test_one_gives_roles_of_the_own_party_and_no_more_power_than_one_has(member, giver):
    one = member(giver)

    given = {code for code in MAY if rules.test_rule("access.give_role", one, role_of(code))}

    assert given == GIVES[giver]


@pytest.mark.parametrize("code", MAY)
def test_nobody_becomes_a_speaker_by_giving_roles(member, code):
    """Whatever one may give oneself, again and again, one speaks for no party that one did not speak for before."""
    codes, one = {code}, member(code)
    before = one.speaks_for

    for _ in range(len(MAY)):
        codes |= {each for each in MAY if rules.test_rule("access.give_role", one, role_of(each))}
        one = member(*sorted(codes))

    assert one.speaks_for == before


def test_a_role_that_was_given_more_power_asks_more_of_its_giver(member):
    contact = role_of("police_contact")
    change_role(key=uuid4(), role=contact, titles={}, party="distrikt", may=(SEE, REGISTER, SPEAK), by=SYSTEM)
    plain = role_of("local_chief")
    change_role(key=uuid4(), role=plain, titles={}, party="distrikt", may=(SEE, REGISTER), by=SYSTEM)

    assert rules.test_rule("access.give_role", member("police_contact"), contact)
    assert not rules.test_rule("access.give_role", member("local_chief"), contact)


def test_what_binds_a_party_is_part_of_all_that_can_be_allowed():
    assert {AGREE, SPEAK, EXCHANGE} == BINDING < ALL


def test_rights_end_at_the_municipalitys_border(malvik, stjordal):
    with within(malvik):
        berit = factories.person("berit").user

    there = Membership(berit, stjordal, TODAY)

    assert [action for action in ACTIONS if rules.test_rule(action, there, None)] == []


def test_both_parties_have_somebody_for_everything():
    for action, _ in enumerate(ACTIONS):
        sides = {code in POLICE for code, row in MAY.items() if row[action]}
        assert sides == {True, False}, ACTIONS[action]
