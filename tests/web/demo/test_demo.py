"""What exists only in a demo: being anybody, on any day."""

from datetime import date

import pytest
from django.test import Client

from politikontakt.modules.access.models import Municipality, User


@pytest.fixture(autouse=True)
def demo(settings, malvik: Municipality) -> Municipality:
    settings.DEMO = True
    settings.ROOT_URLCONF = "tests.web.demo.urls"
    malvik.demo = True
    malvik.demo_day = date(2018, 3, 15)
    malvik.save()
    return malvik


def test_the_sign_in_page_names_everybody_one_can_be(client: Client):
    [demo] = client.get("/inn/").context["demos"]

    assert [(person.name, person.title) for person in demo.people] == [
        ("Berit Haugen", "police_contact"),
        ("Siri Vold", "council_secretary"),
        ("Kari Moen", "municipal_director"),
    ]


def test_a_button_signs_in_as_the_person(client: Client, berit: User):
    client.post("/demo/inn/", {"user": str(berit.pk)})

    assert client.session["_auth_user_id"] == str(berit.pk)


def test_only_the_demos_people_can_be_chosen(client: Client, arne: User):
    answer = client.post("/demo/inn/", {"user": str(arne.pk)})

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_link_signs_nobody_in(client: Client, berit: User):
    assert client.get("/demo/inn/", {"user": str(berit.pk)}).status_code == 405


def test_the_day_is_set_and_one_is_back_on_the_page(client: Client, demo: Municipality):
    form = {"day": "2018-06-01", "next": "/malvik/avtalen/"}

    answer = client.post("/malvik/demo-dag/", form)
    demo.refresh_from_db()

    assert demo.demo_day == date(2018, 6, 1)
    assert answer.headers["Location"] == "/malvik/avtalen/"


def test_another_site_cannot_set_the_day(client: Client, demo: Municipality):
    answer = client.post("/malvik/demo-dag/", {"day": "2018-06-01"}, headers={"sec-fetch-site": "cross-site"})
    demo.refresh_from_db()

    assert (answer.status_code, demo.demo_day) == (403, date(2018, 3, 15))


def test_reading_leaves_no_cookie_in_a_demo_either(client: Client):
    assert not client.get("/malvik/").cookies


def test_a_new_day_shows_on_the_next_page(client: Client):
    before = client.get("/malvik/").content.decode()
    client.post("/malvik/demo-dag/", {"day": "2018-06-01"})
    after = client.get("/malvik/").content.decode()

    assert ('value="2018-03-15"' in before, 'value="2018-06-01"' in after) == (True, True)


def test_what_is_no_day_changes_nothing_and_says_so(client: Client, demo: Municipality):
    page = client.post("/malvik/demo-dag/", {"day": "32 May"}, follow=True)
    demo.refresh_from_db()

    assert demo.demo_day == date(2018, 3, 15)
    assert 'data-color="error"' not in page.content.decode()
    assert 'data-color="danger"' in page.content.decode()


def test_every_page_says_that_it_is_a_demo(client: Client):
    assert 'action="/malvik/demo-dag/"' in client.get("/malvik/").content.decode()


def test_a_real_municipality_in_the_same_installation_has_no_day_of_its_own(client: Client, stjordal: Municipality):
    page = client.get("/stjordal/")
    answer = client.post("/stjordal/demo-dag/", {"day": "2018-06-01"})

    assert "demo-dag" not in page.content.decode()
    assert answer.status_code == 404
