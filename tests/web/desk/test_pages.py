"""Every page of the desk opens, for the one who may, and keeps the others out."""

from datetime import date

import pytest

from politikontakt.modules.access.tenants import within
from tests import factories

PAGES = [
    "avtalen/?show=all",
    "avtalen/punkt/P12/",
    "avtalen/punkt/G5/",
    "avtalen/punkt/M3/?on=2017-05-02",
    "avtaleteksten/",
    "avtaleteksten/versjon/1/",
    "avtaleteksten/versjon/1/fil/",
    "katalog/",
    "logg/",
    "logg/ny/",
    "katalog/sted/ny/",
    "katalog/sted/hommelvik-us/",
    "katalog/partner/ny/",
    "katalog/skolefri/ny/",
    "katalog/rolle/ny/",
    "katalog/kontaktkort/",
]


@pytest.mark.parametrize("page", PAGES)
def test_a_contact_opens_every_page_of_the_desk(malvik, berit, signed_in, page):
    with within(malvik):
        factories.visit(date(2017, 9, 12), at="vikhammer-us", by="berit")

    assert signed_in(berit).get(f"/malvik/arbeid/{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_contact_of_another_municipality_opens_none(malvik, arne, signed_in, page):
    assert signed_in(arne).get(f"/malvik/arbeid/{page}").status_code == 403


@pytest.mark.parametrize("page", ["avtalen/punkt/X9/", "logg/nothing/", "avtaleteksten/versjon/7/", "katalog/sted/x/"])
def test_what_is_not_there_is_not_found(malvik, berit, signed_in, page):
    assert signed_in(berit).get(f"/malvik/arbeid/{page}").status_code == 404


def test_a_municipality_without_an_agreement_says_what_to_do(stjordal, arne, signed_in):
    answer = signed_in(arne).get("/stjordal/arbeid/avtalen/")

    assert (answer.status_code, [each.name for each in answer.templates][0]) == (200, "desk/no_agreement.html")
