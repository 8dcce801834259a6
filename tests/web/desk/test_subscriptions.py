"""The page of calendars to subscribe to."""

import pytest
from django.test import Client

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import within
from tests import factories

PAGE = "/malvik/arbeid/abonnement/"


def press(client: Client, button: str, key=None) -> None:
    answer = client.post(PAGE + button, {"client_key": key or factories.key()})
    assert (answer.status_code, answer["Location"]) == (302, PAGE)


def test_an_address_is_made_renewed_and_turned_off(malvik, berit, signed_in):
    client, found = signed_in(berit), []

    for button in ("egen/ny/", "egen/ny/", "egen/av/", "egen/av/"):
        press(client, button)
        found.append(client.get(PAGE).context["own"])

    first, second, *off = found
    assert off == ["", ""]
    assert first != second
    assert [Client().get(each).status_code for each in (first, second)] == [404, 404]


def test_the_address_that_is_shown_leads_to_the_own_plan(malvik, berit, signed_in):
    client = signed_in(berit)
    press(client, "egen/ny/")

    assert Client().get(client.get(PAGE).context["own"]).status_code == 200


def test_a_button_pressed_twice_makes_one_address(malvik, berit, signed_in):
    client, key = signed_in(berit), factories.key()
    press(client, "egen/ny/", key)
    first = client.get(PAGE).context["own"]

    press(client, "egen/ny/", key)

    assert client.get(PAGE).context["own"] == first


def test_a_school_gets_an_address_of_its_own(malvik, berit, signed_in):
    client = signed_in(berit)

    press(client, "skole/hommelvik-us/ny/")

    addresses = {school.ref: address for school, address in client.get(PAGE).context["schools"]}
    assert addresses["vikhammer-us"] == ""
    assert Client().get(addresses["hommelvik-us"]).status_code == 200
    press(client, "skole/hommelvik-us/av/")
    assert Client().get(addresses["hommelvik-us"]).status_code == 404


def test_nobody_sees_another_ones_address(malvik, berit, siri, signed_in):
    press(signed_in(berit), "egen/ny/")
    address = signed_in(berit).get(PAGE).context["own"]

    assert address not in signed_in(siri).get(PAGE).content.decode()


def test_who_does_not_plan_sees_no_schools_address(malvik, berit, signed_in):
    press(signed_in(berit), "skole/hommelvik-us/ny/")
    with within(malvik):
        kari = Person.current.get(ref="kari").user

    page = signed_in(kari).get(PAGE)

    assert (page.context["schools"], signed_in(kari).post(f"{PAGE}skole/hommelvik-us/ny/").status_code) == ([], 403)


@pytest.mark.parametrize("button", ["skole/nowhere/ny/", "skole/nowhere/av/"])
def test_a_school_that_is_not_there_gets_none(malvik, berit, signed_in, button):
    assert signed_in(berit).post(PAGE + button, {"client_key": factories.key()}).status_code == 404
