"""The page of one clause: what stands on it, and that one stays with the promise one came for."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from politikontakt.modules.access.models import User
from politikontakt.modules.access.tenants import within
from politikontakt.web.desk.clause.evidence import Line
from politikontakt.web.desk.templatetags.evidence_lines import folded
from tests import factories

CLAUSE = "/malvik/arbeid/avtalen/punkt/P12/?commitment=P12b&subject=vikhammer-us"
DISPUTE = "/malvik/arbeid/loefte/P12b/bestrid/?subject=vikhammer-us&period=2017-08-01"
SAID = {"party": "kommune", "reason": "Besøket 12. september ble avlyst."}


@pytest.fixture
def client(malvik, berit, signed_in) -> Client:
    """Berit on 15 March 2018, reading Bokmål."""
    malvik.demo, malvik.demo_day = True, factories.TODAY
    malvik.save()
    client = signed_in(berit)
    client.cookies["language"] = "nb"
    return client


def lines(count: int) -> list[Line]:
    return [Line(date(2018, 1, 1) + timedelta(days=day), "Skolebesøk") for day in range(count)]


@pytest.mark.parametrize(
    ("count", "earlier", "latest"),
    [
        (0, 0, 0),
        (12, 0, 12),  # as many as stand beside the promise
        (13, 5, 8),  # one more: the latest stay open
        (120, 112, 8),
    ],
)
def test_of_a_long_list_the_latest_rows_stand_open(count, earlier, latest):
    parts = folded(lines(count))

    assert (len(parts.earlier), len(parts.latest)) == (earlier, latest)
    assert [*parts.earlier, *parts.latest] == lines(count)


def test_evidence_says_what_how_long_with_whom_and_by_whom(client, malvik):
    with within(malvik):
        factories.visit(date(2018, 1, 16), at="vikhammer-us", minutes=45, audience=["pupils", "head_teacher"])

    [line] = client.get(CLAUSE).context["evidence"].counted

    assert line.what == "Skolebesøk, 45 min, elever og rektor. Berit Haugen"


def test_another_day_shows_the_same_promise(client):
    page = client.get(CLAUSE).content.decode()

    form = page[page.index('<form class="pk-controls"') : page.index('name="on"')]
    assert '<input type="hidden" name="commitment" value="P12b">' in form
    assert '<input type="hidden" name="subject" value="vikhammer-us">' in form


def test_whoever_says_something_comes_back_to_the_promise_it_was_about(client, malvik, signed_in):
    director = signed_in(User.objects.get(email="kari@malvik.example"))

    answer = director.post(DISPUTE, {**SAID, "client_key": uuid4()})

    assert answer.status_code == 302, answer.context["form"].errors
    assert answer["Location"] == CLAUSE


def test_the_number_is_followed_by_what_was_expected_and_is_planned_once(client, malvik):
    with within(malvik):
        factories.visit(date(2017, 9, 12), at="vikhammer-us")
        factories.visit(date(2018, 5, 2), at="vikhammer-us", status="planned")

    page = client.get(CLAUSE)

    assert page.context["sentences"][0] == "5 ventet til 15. mars, 1 i planen."
    assert page.context["outlook"][0] == "Det trengs 6 til for å nå 8."
