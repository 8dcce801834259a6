"""The pages for when something is wrong can be used by everybody, by day and by night."""

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.journeys.conftest import SignIn
from tests.journeys.looking import looks_right

DEAD_ENDS = [
    ("/malvik/arbeid/avtaleteksten/ny/", "Rollen din åpner ikke denne siden"),
    ("/malvik/arbeid/utveksling/import/bekreft/", "Her er det ingenting å lese"),
    ("/malvik/arbeid/nei/", "Siden finnes ikke"),
]


@pytest.mark.parametrize(("address", "heading"), DEAD_ENDS)
def test_a_dead_end_has_words_and_a_way_back_to_one_s_work(desk: Page, sign_in: SignIn, address: str, heading: str):
    sign_in(desk, "Siri Lønnum", then=address)

    assert desk.locator("h1").inner_text() == heading
    looks_right(desk)
    desk.locator("main a").click()
    assert desk.url.endswith("/malvik/arbeid/avtalen/")


def test_a_form_without_its_cookie_is_not_sent_and_says_so(desk: Page):
    desk.goto("/inn/")
    desk.fill("input[type=email]", "berit.solhaug@politi.example")
    desk.context.clear_cookies()
    desk.get_by_role("button", name="Send meg en kode").click()

    assert desk.locator("h1").inner_text() == "Skjemaet ble ikke sendt"
    looks_right(desk)


@pytest.mark.parametrize("styled", [True, False])
def test_our_own_fault_has_a_page_with_and_without_style(desk: Page, styled: bool):
    page = render_to_string("500.html", {"styled": styled})
    desk.route("**/fault/", lambda route: route.fulfill(status=200, content_type="text/html", body=page))
    desk.goto("/fault/")

    assert desk.locator("h1").is_visible()
    looks_right(desk)
