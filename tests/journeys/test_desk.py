"""Both parties at the desk: every page can be used, and a logged visit changes what everybody sees."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import SignIn
from tests.journeys.looking import looks_right, picture

WORK = "/malvik/arbeid/"
PAGES = [
    "avtalen/",
    "avtalen/?show=all",
    "avtalen/?on=2016-09-01",
    "avtalen/?on=2019-12-01&show=all",
    "avtalen/punkt/P12/?commitment=P12b",
    "avtalen/punkt/P12/?commitment=P12a",
    "avtalen/punkt/P1/",
    "avtalen/punkt/P9/",
    "avtalen/punkt/M2/",
    "avtalen/punkt/V1/",
    "avtalen/punkt/G3/",
    "loefte/P12b/bestrid/",
    "loefte/P12b/unntak/",
    "avtaleteksten/",
    "avtaleteksten/ny/",
    "logg/",
    "logg/?status=planned&place=hommelvik-us",
    "logg/?kind=nothing",
    "logg/ny/",
    "moeter/",
    "moeter/ny/",
    "katalog/",
    "katalog/sted/ny/",
    "katalog/rolle/ny/",
    "katalog/kontaktkort/",
    "utveksling/",
    "plan/",
    "plan/?view=table",
    "plan/ny/",
    "plan/tapt/",
    "plan/hva-om/?commitment=P12b&at_least=10",
    "plan/oppsett/",
]
CLAUSE = f"{WORK}avtalen/punkt/P12/?commitment=P12b&subject=vikhammer-us"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_desk_can_be_used_by_everybody(desk: Page, sign_in: SignIn, page: str):
    sign_in(desk, "Knut Bratland", then=WORK + page)

    looks_right(desk)


def test_a_logged_visit_changes_the_number_for_the_other_party_and_for_residents(
    desk: Page, other_desk: Page, phone: Page, sign_in: SignIn
):
    sign_in(other_desk, "Olav Kjelstad", then=CLAUSE)
    before = other_desk.locator(".pk-big").inner_text()
    phone.goto("/malvik/avtalen/")
    public_before = phone.locator("main").inner_text()

    sign_in(desk, "Jonas Eidem", then=f"{WORK}logg/ny/")
    desk.select_option("#id_kind", "school_visit")
    desk.locator("#id_place").select_option(label="Vikhammer ungdomsskole")
    desk.locator('input[name="audience"][value="pupils"]').check()
    desk.fill("#id_minutes", "60")
    desk.locator("form.pk-form button[type=submit]").click()

    other_desk.reload()
    phone.reload()
    assert (before.split()[0], other_desk.locator(".pk-big").inner_text().split()[0]) == ("3", "4")
    assert phone.locator("main").inner_text() != public_before
    picture(other_desk, "clause")


def test_both_parties_see_the_same_status(desk: Page, other_desk: Page, sign_in: SignIn):
    sign_in(desk, "Knut Bratland", then=f"{WORK}avtalen/?show=all")
    sign_in(other_desk, "Hilde Farstad", then=f"{WORK}avtalen/?show=all")

    assert desk.locator(".pk-ledger").inner_text() == other_desk.locator(".pk-ledger").inner_text()
    desk.goto(f"{WORK}avtalen/")
    picture(desk, "status")


def test_the_page_follows_the_day_one_chooses(desk: Page, sign_in: SignIn):
    sign_in(desk, "Siri Lønnum", then=f"{WORK}avtalen/?show=all")
    today = desk.locator(".pk-ledger").inner_text()

    desk.fill("#on", "2017-03-15")
    desk.locator(".pk-controls button").click()

    assert "on=2017-03-15" in desk.url
    assert desk.locator(".pk-ledger").inner_text() != today


def test_a_dispute_shows_at_once_and_stands_until_it_is_settled(desk: Page, sign_in: SignIn):
    sign_in(desk, "Olav Kjelstad", then=f"{WORK}avtalen/punkt/P12/?commitment=P12b&subject=hommelvik-us")
    desk.locator('a[href*="/bestrid/"]').click()
    desk.fill("#id_reason", "Besøket 12. september ble avlyst på dagen.")
    desk.locator("form.pk-form button[type=submit]").click()

    desk.goto(f"{WORK}avtalen/punkt/P12/?commitment=P12b&subject=hommelvik-us")
    assert desk.locator('.pk-verdict [data-st="disputed"]').count() == 1

    desk.locator('form[action*="/avslutt/"] button').click()
    desk.goto(f"{WORK}avtalen/punkt/P12/?commitment=P12b&subject=hommelvik-us")
    assert desk.locator('.pk-verdict [data-st="disputed"]').count() == 0


def test_a_faulty_file_is_refused_with_its_lines_and_nothing_is_stored(desk: Page, sign_in: SignIn):
    sign_in(desk, "Knut Bratland", then=f"{WORK}avtaleteksten/ny/")
    broken = b'format = 1\nid = "x"\neffective_from = "soon"\n'
    desk.set_input_files("#id_file", {"name": "avtale.toml", "mimeType": "text/plain", "buffer": broken})
    desk.locator("form.pk-form button[type=submit]").click()

    rows = desk.locator(".ds-table tbody tr")
    assert rows.count() > 3
    assert "avtale.toml" in rows.first.inner_text()
    looks_right(desk)


@pytest.mark.parametrize("width", [320, 768, 1024, 1280])
def test_no_item_of_the_menu_is_out_of_sight(desk: Page, sign_in: SignIn, width: int):
    sign_in(desk, "Knut Bratland", then=f"{WORK}avtalen/")
    desk.set_viewport_size({"width": width, "height": 900})

    right_edges = desk.locator(".pk-nav a").evaluate_all(
        "items => items.map(each => each.getBoundingClientRect().right)"
    )

    assert len(right_edges) == 7
    assert max(right_edges) <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_every_subject_of_a_promise_can_be_chosen_on_a_phone_too(desk: Page, sign_in: SignIn, width: int):
    sign_in(desk, "Siri Lønnum", then=CLAUSE)
    desk.set_viewport_size({"width": width, "height": 900})

    boxes = (
        desk.locator(".ds-togglegroup")
        .last.locator("a")
        .evaluate_all("links => links.map(each => each.getBoundingClientRect().right)")
    )

    assert len(boxes) == 2
    assert max(boxes) <= width


def test_on_paper_a_page_says_whose_it_is_and_of_which_day(desk: Page, sign_in: SignIn):
    sign_in(desk, "Siri Lønnum", then=f"{CLAUSE}&on=2018-01-10")
    desk.emulate_media(media="print")

    assert desk.locator(".pk-brand").is_visible()
    assert (
        desk.locator(".pk-paper").inner_text().replace("\N{NO-BREAK SPACE}", " ") == "Slik det sto den 10. januar 2018"
    )
    assert desk.locator(".pk-nav, .pk-verdict .ds-button, form").locator("visible=true").count() == 0


def test_a_visit_is_logged_with_the_keyboard_alone_and_a_fault_is_where_one_begins(desk: Page, sign_in: SignIn):
    sign_in(desk, "Berit Solhaug", then=f"{WORK}logg/ny/")
    _tab_to(desk, "#id_minutes")
    desk.keyboard.press("Control+A")
    desk.keyboard.press("Delete")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")

    assert desk.evaluate("document.activeElement.className") == "ds-error-summary"
    looks_right(desk)

    _tab_to(desk, "#id_minutes", fresh=False)
    desk.keyboard.type("45")
    _tab_to(desk, "#id_place", fresh=False)
    desk.keyboard.type("Vikhammer u")
    _tab_to(desk, 'input[name="audience"]', fresh=False)
    desk.keyboard.press("Space")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")

    assert desk.locator(".pk-messages").is_visible()
    assert desk.locator("h1").inner_text() == "Skolebesøk, Vikhammer ungdomsskole"


def _tab_to(page: Page, selector: str, *, fresh: bool = True) -> None:
    """Press the tab key until the field has the focus, from the top of the page or from where one is."""
    if fresh:
        page.evaluate("document.activeElement.blur()")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"The tab key never comes to {selector}.")
