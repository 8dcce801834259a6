"""Getting in by a code, and where one lands."""

import pytest
from django.core import mail
from django.core.cache import caches
from django.db import connection
from django.test import Client

from politikontakt.modules.access.models import User


def ask(client: Client, email: str, **fields: str):
    return client.post("/inn/", {"email": email, **fields}, follow=True)


def code() -> str:
    """The subject begins with it, in every language."""
    return mail.outbox[-1].subject.split()[0]


def test_a_contact_signs_in_by_the_code_from_the_mail(client: Client, berit: User):
    page = ask(client, "berit@politi.example")
    answer = client.post("/inn/kode/", {"code": code()})

    assert page.templates[0].name == "signin/confirm.html"
    assert client.session["_auth_user_id"] == str(berit.pk)
    assert answer.headers["Location"] == "/inn/videre/"


def test_the_code_is_in_the_subject_too_where_a_phone_shows_it(client: Client, berit: User):
    ask(client, "berit@politi.example")

    assert code() in mail.outbox[0].body
    assert mail.outbox[0].to == ["berit@politi.example"]


def test_a_wrong_code_says_so_and_lets_nobody_in(client: Client, berit: User):
    ask(client, "berit@politi.example")

    page = client.post("/inn/kode/", {"code": "nothing"})

    assert "_auth_user_id" not in client.session
    assert list(page.context["verify_form"].errors) == ["code"]


def test_an_unknown_address_gets_the_same_page_and_no_mail(client: Client, berit: User):
    page = ask(client, "somebody@else.example")

    assert page.templates[0].name == "signin/confirm.html"
    assert mail.outbox == []


def test_one_comes_back_to_the_page_one_asked_for(client: Client, berit: User):
    ask(client, "berit@politi.example", next="/malvik/avtalen/")

    answer = client.post("/inn/kode/", {"code": code(), "next": "/malvik/avtalen/"})

    assert answer.headers["Location"] == "/malvik/avtalen/"


def test_an_address_elsewhere_is_not_followed(client: Client, berit: User):
    ask(client, "berit@politi.example", next="https://elsewhere.example/")

    answer = client.post("/inn/kode/", {"code": code(), "next": "https://elsewhere.example/"})

    assert answer.headers["Location"] == "/inn/videre/"


def test_a_role_holder_without_a_page_of_their_own_lands_somewhere_in_their_municipality(signed_in, berit: User):
    answer = signed_in(berit).get("/inn/videre/")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/malvik/")


def test_somebody_without_any_role_is_told_so(signed_in, db: None):
    nobody_yet = User.objects.create_user("new@politi.example", "Ny")

    page = signed_in(nobody_yet).get("/inn/videre/")

    assert page.templates[0].name == "signin/choose.html"
    assert page.context["pages"] == []


def test_signing_out_takes_a_button_not_a_link(signed_in, berit: User):
    client = signed_in(berit)

    by_link = client.get("/ut/")
    still_in = "_auth_user_id" in client.session
    client.post("/ut/")

    assert (by_link.status_code, still_in, "_auth_user_id" in client.session) == (405, True, False)


@pytest.mark.django_db
def test_outside_a_demo_nobody_can_be_chosen(client: Client):
    page = client.get("/inn/")

    assert page.context["demos"] == []
    assert client.post("/demo/inn/", {"user": "1"}).status_code == 404


def test_one_who_waits_for_a_code_can_try_another_address(client: Client, berit: User):
    ask(client, "somebody@else.example")

    page = client.get("/inn/")

    assert page.templates[0].name == "signin/ask.html"


def test_the_page_alone_says_that_a_code_may_be_on_its_way(client: Client, berit: User):
    """A message beside it would say for certain that one was sent, in words that are not ours."""
    page = ask(client, "berit@politi.example")

    assert list(page.context["messages"]) == []


def test_too_many_wrong_codes_are_answered_with_what_to_do(client: Client, berit: User):
    client.get("/sprak/nn/")
    ask(client, "berit@politi.example")

    pages = [client.post("/inn/kode/", {"code": "nothing"}, follow=True).content.decode() for _try in range(3)]

    assert ["Vent nokre minutt, og prøv igjen." in page for page in pages] == [False, False, True]


def test_whoever_asks_too_often_is_told_to_wait(berit: User):
    """Three codes a minute for one address; the fourth is refused."""
    pages = [ask(Client(), "berit@politi.example").content.decode() for _try in range(4)]

    assert len(mail.outbox) == 3
    assert ["Vent noen minutter, og prøv igjen." in page for page in pages] == [False, False, False, True]


def test_tries_are_counted_by_all_workers_together(berit: User):
    """What one worker keeps for itself is lost in between, as when another worker answers."""
    for _try in range(3):
        ask(Client(), "berit@politi.example")
        caches["process"].clear()

    counted = rows_of("access_counted")
    refused = ask(Client(), "berit@politi.example").content.decode()

    assert counted > 0
    assert "Vent noen minutter, og prøv igjen." in refused
    assert len(mail.outbox) == 3


def test_what_is_counted_names_nobody(berit: User):
    ask(Client(), "berit@politi.example")

    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM access_counted")
        kept = str(cursor.fetchall())

    assert "berit" not in kept
    assert "politi.example" not in kept


def test_pages_are_kept_by_each_worker_and_not_in_the_database(client: Client, malvik):
    client.get("/malvik/")

    assert rows_of("access_counted") == 0


def rows_of(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])
