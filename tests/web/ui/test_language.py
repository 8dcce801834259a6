"""Which language a page is in."""

import pytest
from django.test import Client

from politikontakt.modules.access.models import Municipality


def language(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    return html.split('<html lang="')[1].split('"')[0]


@pytest.mark.parametrize(("form", "shown"), [("nb", "nb"), ("nn", "nn")])
def test_a_municipalitys_pages_begin_in_its_own_written_form(client: Client, malvik: Municipality, form, shown):
    malvik.language = form
    malvik.save()

    assert language(client, "/malvik/") == shown


def test_a_choice_holds_everywhere(client: Client, malvik):
    client.get("/sprak/nn/?next=/malvik/")

    assert [language(client, address) for address in ("/malvik/", "/", "/inn/")] == ["nn", "nn", "nn"]


def test_one_comes_back_to_the_page(client: Client, malvik):
    assert client.get("/sprak/nn/?next=/malvik/avtalen/")["Location"] == "/malvik/avtalen/"


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere(client: Client, db, address):
    assert client.get("/sprak/nn/", {"next": address})["Location"] == "/"


def test_a_language_we_do_not_have_is_not_found(client: Client, db):
    assert client.get("/sprak/tlh/").status_code == 404


def test_the_same_page_is_kept_for_each_language(client: Client, malvik):
    bokmaal = client.get("/malvik/").content
    client.get("/sprak/nn/")
    nynorsk = client.get("/malvik/").content

    assert b'lang="nb" data' in bokmaal
    assert b'lang="nn" data' in nynorsk


def test_who_comes_with_other_words_in_the_address_leaves_none_behind(client: Client, malvik):
    client.get("/malvik/?utm=somebody")

    assert b"somebody" not in client.get("/malvik/").content
