"""Who is let in: the decorator that every view carries."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from politikontakt.modules.access.models import Holding
from politikontakt.modules.access.services import end_role
from politikontakt.modules.access.tenants import within
from politikontakt.web.ui.access import access, declared_rule
from tests import factories
from tests.web.ui import guarded


@pytest.fixture
def pages(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.ui.guarded"


def test_a_stranger_is_sent_to_sign_in_and_back(client: Client, malvik, pages):
    answer = client.get("/malvik/log/?on=2018-03-15")

    assert (answer.status_code, answer["Location"]) == (302, "/inn/?next=/malvik/log/%3Fon%3D2018-03-15")


def test_a_form_sent_by_somebody_signed_out_is_not_lost(client: Client, malvik, pages):
    answer = client.post("/malvik/log/", {"note": "Nettvett"})

    assert (answer.status_code, answer.templates[0].name) == (403, "ui/errors/signed_out.html")


def test_a_contact_may_log(signed_in, berit, pages):
    assert signed_in(berit).get("/malvik/log/").content == b"in"


def test_a_contact_of_another_municipality_may_not(signed_in, malvik, arne, pages):
    answer = signed_in(arne).get("/malvik/log/")

    assert (answer.status_code, answer.templates[0].name) == (403, "403.html")


def test_a_role_that_ended_opens_nothing(signed_in, berit, malvik, pages):
    with within(malvik):
        holding = Holding.current.get(person__ref="berit")
        end_role(key=factories.key(), holding=holding, until=date(2017, 1, 1), by=factories.SYSTEM)

    assert signed_in(berit).get("/malvik/log/").status_code == 403


def test_anybody_may_see_what_is_public(client: Client, malvik, pages):
    assert client.get("/malvik/open/").content == b"in"


def test_whoever_is_signed_in_may_see_what_asks_for_no_role(signed_in, malvik, arne, pages):
    assert signed_in(arne).get("/malvik/signed-in/").content == b"in"


def test_the_rule_can_be_read_from_the_view():
    assert declared_rule(guarded.log) == "activities.log"
    assert declared_rule(lambda request: HttpResponse()) is None


def test_the_name_of_the_view_stays():
    @access("access.public")
    def page(request: HttpRequest) -> HttpResponse:
        """A page."""
        return HttpResponse()

    assert (page.__name__, page.__doc__) == ("page", "A page.")


def views(patterns: list[Any]) -> Iterator[Any]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.callback


def test_every_page_of_ours_says_who_may():
    assert [view for view in views(get_resolver().url_patterns) if declared_rule(view) is None] == []
