"""What can be expected of a promised number, on the clause's page and in the ledger."""

from datetime import date
from fractions import Fraction

import pytest
from django.utils.translation import override

from politikontakt.core.planner.forecast import Forecast
from politikontakt.modules.access.tenants import within
from politikontakt.web.ui.wording.outlooks import chance_sentence, outlook_sentences
from tests import factories

CLAUSE = "/malvik/arbeid/avtalen/punkt/P12/?commitment=P12b&subject=vikhammer-us"
STATUS = "/malvik/arbeid/avtalen/?show=all"
DONE = [date(2017, 9, 5), date(2017, 10, 10), date(2017, 11, 7), date(2017, 12, 5), date(2018, 1, 16), date(2018, 2, 6)]
PLANNED = [date(2018, 4, 10), date(2018, 5, 2), date(2018, 5, 15), date(2018, 6, 5)]


@pytest.fixture
def client(malvik, berit, signed_in):
    """Berit on 15 March 2018, reading Bokmål."""
    malvik.demo, malvik.demo_day = True, factories.TODAY
    malvik.save()
    client = signed_in(berit)
    client.cookies["language"] = "nb"
    return client


def ahead(**said) -> Forecast:
    return Forecast(required=8, carried_out=Fraction(1), **said)


def in_words(**said) -> tuple[str, ...]:
    with override("nb"):
        return outlook_sentences(ahead(**said))


def visits(malvik, done: int, planned: int) -> None:
    with within(malvik):
        for day in DONE[:done]:
            factories.visit(day, at="vikhammer-us")
        for day in PLANNED[:planned]:
            factories.visit(day, at="vikhammer-us", status="planned")


def test_the_clause_says_the_chance_and_the_last_safe_week(client, malvik):
    visits(malvik, done=6, planned=2)

    said = client.get(CLAUSE).context["outlook"]

    # six of six were carried out: (6 + 4) / (6 + 5) each, and both are needed: 0.83
    assert tuple(said) == in_words(done=6, planned=2, chance=Fraction(10, 11) ** 2, last_safe_week=(2018, 29))


def test_a_promise_that_nobody_can_reach_any_more_says_so(client, malvik):
    visits(malvik, done=1, planned=1)

    said = client.get(CLAUSE).context["outlook"]

    assert said[0] == in_words(done=1, planned=1, chance=Fraction(0), last_safe_week=None)[0]


def test_a_year_that_is_over_has_nothing_to_expect(client, malvik):
    visits(malvik, done=6, planned=2)

    assert client.get(f"{CLAUSE}&on=2019-03-15").context["outlook"] != []
    assert client.get(CLAUSE.replace("P12b", "M3").replace("P12", "M3")).context["outlook"] == []


def test_the_ledger_names_the_least_chance(client, malvik):
    visits(malvik, done=6, planned=2)
    with within(malvik):
        for day in PLANNED[:3]:
            factories.visit(day, at="hommelvik-us", status="planned")

    page = client.get(STATUS).content.decode()

    with override("nb"):
        assert chance_sentence(ahead(done=0, planned=3, chance=Fraction(0), last_safe_week=None)) in page


def test_the_pages_ask_no_more_for_it(client, malvik, django_assert_max_num_queries):
    visits(malvik, done=6, planned=4)
    client.get(STATUS)

    with django_assert_max_num_queries(8):
        client.get(STATUS)
    with django_assert_max_num_queries(12):
        client.get(CLAUSE)
