"""Pages kept for everybody: never what is one reader's own, never what has changed."""

import gzip

from django.test import Client

from politikontakt.modules.access.tenants import within
from tests import factories

PAGE = "/malvik/?on=2018-03-15"


def test_the_second_reader_gets_the_kept_page(client: Client, malvik):
    first = client.get(PAGE)
    second = Client().get(PAGE)

    assert second.content == first.content
    assert second.templates == []


def test_whatever_is_recorded_makes_the_page_anew(client: Client, malvik):
    client.get(PAGE)
    with within(malvik):
        factories.holder("ny", "Nina Berg", "police_contact")

    assert "Nina Berg" in client.get(PAGE).content.decode()


def test_what_one_municipality_records_is_on_its_own_pages_only(client: Client, malvik, stjordal):
    client.get("/stjordal/")
    with within(malvik):
        factories.holder("ny", "Nina Berg", "police_contact")

    assert client.get("/stjordal/").templates == []


def test_a_browser_that_can_gets_it_compressed(client: Client, malvik):
    plain = client.get(PAGE)
    compressed = client.get(PAGE, headers={"accept-encoding": "gzip, br"})

    assert compressed["Content-Encoding"] == "gzip"
    assert gzip.decompress(compressed.content) == plain.content
    assert {"Accept-Encoding", "Cookie"} <= set(compressed["Vary"].split(", "))


def test_whoever_is_signed_in_gets_a_page_of_their_own(signed_in, malvik, berit, client: Client):
    client.get(PAGE)

    assert signed_in(berit).get(PAGE).templates != []


def test_a_day_that_cannot_be_read_is_not_kept_under_its_name(client: Client, malvik):
    client.get("/malvik/?on=nonsense")

    assert client.get("/malvik/").templates == []
