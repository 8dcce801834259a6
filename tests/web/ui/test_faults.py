"""Pages for when something is wrong."""

import pytest
from django.test import Client


@pytest.fixture
def pages(settings) -> None:
    settings.ROOT_URLCONF = "tests.web.ui.guarded"


def test_what_is_not_there_has_a_page_in_the_readers_language(client: Client, malvik):
    client.get("/sprak/nn/")

    page = client.get("/malvik/nei/")

    assert (page.status_code, page.templates[0].name) == (404, "404.html")
    assert '<html lang="nn"' in page.content.decode()


@pytest.mark.parametrize("says", ["attempt to write a readonly database", "database is locked", "disk I/O error"])
def test_a_database_that_refuses_gives_a_page_that_says_so(client: Client, malvik, pages, says):
    page = client.get("/malvik/broken/", {"says": says})

    assert (page.status_code, page.templates[0].name) == (503, "ui/errors/read_only.html")
    assert page["Retry-After"] == "120"


def test_any_other_fault_is_a_fault(client: Client, malvik, pages):
    client.raise_request_exception = False

    page = client.get("/malvik/broken/", {"says": "no such table"})

    assert page.status_code == 500
    assert "no such table" not in page.content.decode()


def test_reading_goes_on_while_nothing_can_be_stored(client: Client, malvik, settings):
    settings.READ_ONLY = True

    assert client.get("/malvik/").status_code == 200
    assert client.post("/inn/", {"email": "berit@politi.example"}).status_code == 503


def test_a_form_that_has_grown_old_gets_a_page_that_says_so(malvik):
    page = Client(enforce_csrf_checks=True).post("/inn/", {"email": "berit@politi.example"})

    assert (page.status_code, page.templates[0].name) == (403, "403_csrf.html")


@pytest.mark.parametrize("address", ["/", "/malvik/", "/malvik/nei/", "/inn/"])
def test_no_page_holds_a_style_or_script_of_its_own(client: Client, malvik, address):
    html = client.get(address).content.decode()

    assert "style=" not in html
    assert "<style" not in html
    assert "<script" not in html
