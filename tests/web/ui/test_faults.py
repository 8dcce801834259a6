"""Pages for when something is wrong."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

POSTED_ONLY = "/malvik/arbeid/utveksling/import/bekreft/"


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


def test_a_form_s_address_opened_as_a_page_says_so(client: Client, malvik):
    page = client.get(POSTED_ONLY, headers={"Accept": "text/html"})

    assert (page.status_code, page.templates[0].name) == (405, "ui/errors/forms_alone.html")
    assert page["Allow"] == "POST"


def test_a_program_that_opens_a_form_s_address_is_told_shortly(client: Client, malvik):
    answer = client.get(POSTED_ONLY, headers={"Accept": "application/json"})

    assert (answer.status_code, answer.content) == (405, b"")


def test_more_than_is_taken_at_once_has_a_page_that_says_what_to_do(client: Client, malvik, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    page = client.post("/inn/", {"email": "x" * 200})

    assert (page.status_code, page.templates[0].name) == (413, "ui/errors/too_much.html")


def test_too_many_files_at_once_is_too_much_as_well(client: Client, siri, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    client.force_login(siri)
    files = [SimpleUploadedFile(f"{n}.csv", b"id\n") for n in range(3)]

    page = client.post("/malvik/arbeid/utveksling/", {"folder": files})

    assert (page.status_code, page.templates[0].name) == (413, "ui/errors/too_much.html")


def test_a_request_that_nobody_understands_has_a_page(client: Client, malvik, pages):
    page = client.get("/malvik/odd/")

    assert (page.status_code, page.templates[0].name) == (400, "400.html")


def test_a_name_that_is_not_ours_has_a_page_although_nobody_s_pages_are_known(client: Client, db):
    page = client.get("/", headers={"Host": "elsewhere.example"})

    assert (page.status_code, page.templates[0].name) == (400, "400.html")


def test_a_fault_has_words_even_where_the_style_sheets_are_lost(
    client: Client, malvik, pages, settings, tmp_path: Path
):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    client.raise_request_exception = False

    page = client.get("/malvik/broken/", {"says": "no such table"})

    assert page.status_code == 500
    assert "stylesheet" not in page.content.decode()
    assert "tel:112" in page.content.decode()


def test_a_fault_page_has_its_style_where_there_is_one(client: Client, malvik, pages):
    client.raise_request_exception = False

    page = client.get("/malvik/broken/", {"says": "no such table"}).content.decode()

    assert 'rel="stylesheet"' in page


@pytest.mark.parametrize(
    ("signed_in", "address", "leads_to"),
    [
        (True, "/malvik/nei/", "/inn/videre/"),  # back to one's work
        (False, "/malvik/nei/", "/malvik/"),  # a resident, to the municipality's pages
        (False, "/nei/", "/"),  # nobody's pages
    ],
)
def test_every_dead_end_has_a_way_on(client: Client, berit, signed_in, address, leads_to):
    if signed_in:
        client.force_login(berit)

    page = client.get(address).content.decode()

    main = page[page.index("<main") : page.index("</main>")]
    assert f'href="{leads_to}"' in main
