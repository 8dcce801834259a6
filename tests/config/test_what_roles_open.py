"""Every address of the workspace, as every role: what the table of rights denies is denied at the door."""

from uuid import uuid4

import pytest

from politikontakt.modules.access.models import User
from politikontakt.modules.access.services import add_person, give_role
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.queries import length
from politikontakt.web.ui.access import declared_rule
from tests.config.test_every_address import ALL
from tests.config.test_who_sees_what import CLOSED, POSTS_ONLY, filled
from tests.factories import TODAY
from tests.modules.access.test_who_may import ACTIONS, FOR_THE_SAME, MAY, role_of

RULES = {pattern: declared_rule(ALL[pattern].callback) for pattern in CLOSED}


def allowed(code):
    """The rules that hold for a role, by the table."""
    names = {action for action, may in zip(ACTIONS, MAY[code], strict=True) if may}
    return names | {other for other, same in FOR_THE_SAME.items() if same in names}


@pytest.fixture
def as_role(malvik, signed_in):
    """A browser of somebody who holds one role in Malvik, from 2016 on."""

    def browser(code):
        user = User.objects.create_user(f"{code}@example.no", "Noen")
        with within(malvik):
            person = add_person(key=uuid4(), ref="noen", name="Noen", user=user, by=SYSTEM)
            give_role(key=uuid4(), role=role_of(code), person=person, since=TODAY, by=SYSTEM)
        return signed_in(user)

    return browser


@pytest.mark.parametrize("code", MAY)
def test_what_a_role_may_not_is_denied_at_every_address_and_nothing_is_written(malvik, as_role, code):
    browser = as_role(code)
    denied = [pattern for pattern, rule in RULES.items() if rule not in allowed(code)]
    with within(malvik):
        before = length()

    answers = {
        (pattern, ask.__name__): ask(filled(pattern), {"client_key": uuid4()}).status_code
        for pattern in denied
        for ask in (browser.get, browser.post)
    }

    assert {asked: status for asked, status in answers.items() if status not in {403, POSTS_ONLY}} == {}
    assert not denied or 403 in answers.values()
    with within(malvik):
        assert length() == before


@pytest.mark.parametrize("code", MAY)
def test_what_a_role_may_is_open_where_its_pages_begin(as_role, code):
    browser = as_role(code)
    doors = {
        "compliance.see": "/malvik/arbeid/",
        "activities.log": "/malvik/arbeid/logg/ny/",
        "directory.keep": "/malvik/arbeid/katalog/sted/ny/",
        "compliance.exchange": "/malvik/arbeid/utveksling/",
    }

    opened = {rule: browser.get(door).status_code for rule, door in doors.items()}

    assert opened == {rule: 200 if rule in allowed(code) else 403 for rule in doors}


def test_the_addresses_ask_for_every_right_there_is():
    asked = {FOR_THE_SAME.get(rule, rule) for rule in RULES.values()}

    assert set(ACTIONS) <= asked
