"""Residents read their municipality's pages, on a phone and on a desk, in both written forms."""

import pytest
from playwright.sync_api import Page

from tests.journeys.looking import looks_right, picture

PAGES = [
    "/",
    "/malvik/",
    "/malvik/avtalen/",
    "/malvik/personvern/",
    "/malvik/tilgjengelighet/",
    "/inn/",
    "/malvik/nei/",
]


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("address", PAGES)
def test_every_page_can_be_used_by_everybody(desk: Page, address: str, language: str):
    desk.goto(f"/sprak/{language}/")
    desk.goto(address)

    assert desk.locator("html").get_attribute("lang") == language
    looks_right(desk)


def test_a_parent_finds_the_contacts_and_the_number_to_call(phone: Page):
    phone.goto("/")
    phone.get_by_role("link", name="Malvik").click()

    assert phone.get_by_role("heading", level=1).is_visible()
    assert phone.locator(".pk-person").count() == 2
    assert phone.locator('.pk-cta a[href^="tel:"]').is_visible()
    picture(phone, "municipality-phone")


def test_the_promises_are_two_clicks_from_the_front(desk: Page):
    desk.goto("/")
    desk.get_by_role("link", name="Malvik").click()
    picture(desk, "municipality")
    desk.locator("#promises ~ p a").click()

    assert desk.url.endswith("/malvik/avtalen/")
    assert desk.locator(".pk-promise").count() == 26
    picture(desk, "promises", whole=False)


def test_the_language_one_chooses_stays(phone: Page):
    phone.goto("/malvik/")
    phone.get_by_role("link", name="Nynorsk").click()
    stayed = phone.url.endswith("/malvik/")
    phone.goto("/malvik/avtalen/")

    assert stayed
    assert phone.locator("html").get_attribute("lang") == "nn"


def test_setting_the_demos_day_changes_what_the_page_says(desk: Page):
    desk.goto("/malvik/")
    before = desk.locator(".pk-when").first.inner_text()
    desk.locator(".pk-demo input[name=day]").fill("2018-03-16")
    desk.locator(".pk-demo button").click()

    assert desk.locator(".pk-demo input[name=day]").input_value() == "2018-03-16"
    assert desk.locator(".pk-when").first.inner_text() != before


def test_the_keyboard_reaches_the_content_first(desk: Page):
    desk.goto("/malvik/")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")

    assert desk.url.endswith("#content")


def test_a_contact_signs_in_and_out_again(phone: Page, sign_in):
    sign_in(phone, "Berit Solhaug")
    inside = phone.url

    assert "/malvik/" in inside
