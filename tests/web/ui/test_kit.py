"""The shared parts, all on one page, in every frame."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from politikontakt.core.commitments.verdict import Standing
from politikontakt.modules.access.membership import Membership
from politikontakt.web.ui import kit
from politikontakt.web.ui.icons import STANDINGS, THINGS


@pytest.mark.parametrize("shell", ["desk", "field", "public", "plain", "nonsense"])
def test_every_part_draws_in_every_frame(shell):
    request = RequestFactory().get("/_kit/", {"shell": shell})
    request.user = AnonymousUser()
    request.municipality = None
    request.today = date(2018, 3, 15)
    request.member = Membership(request.user, None, request.today)

    page = kit.show(request)

    html = page.content.decode()

    assert [html.count(f'data-st="{standing}"') >= 2 for standing in Standing] == [True] * len(Standing)
    assert html.count('class="pk-chart"') == 2


def test_every_standing_has_a_sign():
    assert set(STANDINGS) == set(Standing)


def test_no_two_standings_share_a_sign():
    assert len(set(STANDINGS.values())) == len(STANDINGS)


def test_signs_take_their_colour_from_the_text():
    assert all("currentColor" in sign for sign in [*THINGS.values(), *STANDINGS.values()])
