"""Every page of the desk opens, for the one who may, and keeps the others out."""

from datetime import date

import pytest

from politikontakt.modules.access.models import Person, User
from politikontakt.modules.access.tenants import within
from politikontakt.web.desk.status import views as status
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
    "plan/",
    "plan/?view=table",
    "plan/ny/",
    "plan/tapt/",
    "plan/hva-om/",
    "plan/hva-om/?commitment=P12b&at_least=10",
    "plan/oppsett/",
    "moeter/",
    "moeter/ny/",
    "milepael/ny/",
    "henvendelse/ny/",
    "katalog/sted/ny/",
    "katalog/sted/hommelvik-us/",
    "katalog/partner/ny/",
    "katalog/skolefri/ny/",
    "katalog/rolle/ny/",
    "katalog/kontaktkort/",
    "skolerute/",
    "skolerute/uker/",
    "abonnement/",
]

STORING = ["avtaleteksten/", "avtaleteksten/ny/", "dokument/nytt/", "utveksling/", "loefte/P12b/unntak/"]


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

    assert (answer.status_code, answer.templates[0].name) == (200, "desk/no_agreement.html")


def test_the_unit_leader_stores_what_a_contact_does_not(malvik, signed_in):
    with within(malvik):
        kari = Person.current.get(ref="kari").user

    answers = [signed_in(kari).get(f"/malvik/arbeid/{page}").status_code for page in STORING]

    assert answers == [200] * len(STORING)


def test_an_empty_log_offers_nothing_to_narrow_down(malvik, berit, signed_in):
    page = signed_in(berit).get("/malvik/arbeid/logg/").content.decode()

    assert "<select" not in page


@pytest.mark.parametrize(
    ("email", "offered"),
    [
        ("kari@malvik.example", True),  # the director stores agreements
        ("berit@politi.example", False),  # a contact would only meet the page for no access
    ],
)
def test_importing_the_agreement_is_offered_to_those_who_may(malvik, signed_in, monkeypatch, email, offered):
    monkeypatch.setattr(status, "agreement_on", lambda day: None)

    page = signed_in(User.objects.get(email=email)).get("/malvik/arbeid/avtalen/").content.decode()

    assert ("/malvik/arbeid/avtaleteksten/ny/" in page) is offered


def test_meetings_come_page_by_page(malvik, berit, signed_in):
    with within(malvik):
        for number in range(26):
            factories.council(date(2017, 3, 1 + number), "berit")
    client = signed_in(berit)

    pages = [client.get("/malvik/arbeid/moeter/", {"page": page}).context["meetings"] for page in (1, 2)]

    assert [len(page) for page in pages] == [25, 1]
