"""Every address of the workspace, as somebody who has no business there."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from politikontakt.modules.access.queries import people
from politikontakt.modules.access.tenants import within
from politikontakt.web.ui.access import PUBLIC, SIGNED_IN, declared_rule
from tests.config.test_every_address import ALL

VALUES = {"slug": "malvik", "ref": "P12", "commitment": "P12b", "pk": "1", "number": "1", "code": "nn"}

CLOSED = sorted(
    pattern
    for pattern, address in ALL.items()
    if "<slug:slug>" in pattern and declared_rule(address.callback) not in {PUBLIC, SIGNED_IN}
)


POSTS_ONLY = 405


def test_nobody_is_asked_to_sign_in(malvik):
    answers = {pattern: Client().get(filled(pattern)) for pattern in CLOSED}

    let_in = {pattern for pattern, answer in answers.items() if not asks_to_sign_in(answer)}
    assert let_in == set()


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_contact_of_another_municipality_has_no_access_and_learns_no_names(malvik, arne, signed_in, method):
    ask = getattr(signed_in(arne), method)
    with within(malvik):
        names = [person.name for person in people()]

    answers = {pattern: ask(filled(pattern), {"client_key": uuid4()}) for pattern in CLOSED}

    let_in = {pattern for pattern, answer in answers.items() if answer.status_code not in {403, POSTS_ONLY}}
    told = {pattern for pattern, answer in answers.items() if any(name in answer.content.decode() for name in names)}
    assert (let_in, told) == (set(), set())


def test_the_workspace_is_among_the_closed_addresses():
    assert len(CLOSED) > 10


def asks_to_sign_in(answer):
    """Whether an answer sends to sign-in, or takes forms alone."""
    return answer.status_code == POSTS_ONLY or answer.headers.get("Location", "").split("?")[0] == "/inn/"


def filled(pattern):
    """An address of Malvik, with some value for each of its parts."""

    def value(match):
        kind, _, name = match[1].rpartition(":")
        return str(uuid4()) if kind == "uuid" else VALUES.get(name, "x")

    return "/" + re.sub(r"<([^>]+)>", value, pattern)
