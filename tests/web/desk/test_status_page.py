"""The status page, as both parties and others see it."""

from datetime import date

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.agreements.services import store_agreement
from politikontakt.modules.audit.actors import SYSTEM
from tests import factories

STATUS = "/malvik/arbeid/avtalen/"
ON = {"on": "2018-03-15"}


def test_a_stranger_is_asked_to_sign_in(malvik, signed_in):
    answer = signed_in(None).get(STATUS, ON)

    assert (answer.status_code, answer["Location"].startswith("/inn/")) == (302, True)


def test_a_contact_of_another_municipality_sees_nothing(malvik, arne, signed_in):
    answer = signed_in(arne).get(STATUS, ON)

    assert answer.status_code == 403
    assert "Hommelvik" not in answer.content.decode()


def test_both_parties_see_the_same_page(malvik, berit, siri, signed_in):
    pages = [signed_in(user).get(STATUS, {**ON, "show": "all"}).context["page"] for user in (berit, siri)]

    assert pages[0] == pages[1]


def test_a_logged_visit_changes_the_number(malvik, berit, signed_in):
    client = signed_in(berit)
    with within(malvik):
        for day in (date(2017, 9, 12), date(2017, 10, 24)):
            factories.visit(day, at="vikhammer-us", by="berit")

    before = client.get("/malvik/arbeid/avtalen/status.csv", ON).content.decode()
    with within(malvik):
        factories.visit(date(2018, 1, 16), at="vikhammer-us", by="berit")
    after = client.get("/malvik/arbeid/avtalen/status.csv", ON).content.decode()

    assert _row(before, "Vikhammer ungdomsskole")[7:9] == ["2", "8"]
    assert _row(after, "Vikhammer ungdomsskole")[7:9] == ["3", "8"]


def _row(text: str, subject: str) -> list[str]:
    [row] = [line.split(";") for line in text.splitlines() if f";{subject};" in line]
    return row


@pytest.mark.parametrize("show", ["attention", "all", "broken", "kept", "nonsense"])
def test_every_filter_is_a_page(malvik, berit, signed_in, show):
    answer = signed_in(berit).get(STATUS, {**ON, "show": show})

    assert answer.status_code == 200


def test_a_day_that_is_none_is_named_and_today_is_shown(malvik, berit, signed_in):
    answer = signed_in(berit).get(STATUS, {"on": "31.2.2018"})

    assert "31.2.2018" in answer.content.decode()


def test_before_the_start_the_page_says_when_it_takes_effect(malvik, berit, signed_in):
    with within(malvik):
        answer = signed_in(berit).get(STATUS, {"on": "2016-09-01", "show": "all"})

    assert {each.standing for section in answer.context["page"].sections for each in _clauses(section)} == {
        "not_due",
        "not_measured",
    }


def _clauses(section):
    return [row.point for row in section.rows]


def test_the_page_asks_as_many_questions_for_one_visit_as_for_thirty(
    malvik, berit, signed_in, django_assert_max_num_queries
):
    client = signed_in(berit)
    for days in (1, 30):
        with within(malvik):
            for day in range(days):
                factories.visit(date(2017, 9, 1 + day), at="vikhammer-us", by="berit")
        with django_assert_max_num_queries(8):
            client.get(STATUS, ON)


def test_whoever_is_behind_is_named_with_number_and_expectation(malvik, berit, signed_in):
    with within(malvik):
        factories.visit(date(2017, 9, 12), at="vikhammer-us", by="berit")
        for day in range(8):
            factories.visit(date(2017, 9, 1 + day), at="hommelvik-us", by="berit")
    client = signed_in(berit)
    client.cookies["language"] = "nb"

    page = client.get(STATUS, ON).content.decode().replace("\N{NO-BREAK SPACE}", " ")

    assert "<b>1 av 2 i orden</b>" in page
    assert "<strong>Vikhammer ungdomsskole: 1 av 8, 5 ventet.</strong>" in page


@pytest.mark.parametrize(
    ("clauses", "heading"), [(1, "Avtalepunktet trenger oppfølging"), (3, "2 av 3 avtalepunkter trenger oppfølging")]
)
def test_an_agreement_of_one_promise_is_spoken_of_as_one(malvik, berit, signed_in, clauses, heading):
    with within(malvik):
        parts = factories.AGREEMENT.split(b"[[clause]]")
        source = b"[[clause]]".join(parts[: clauses + 1])
        store_agreement(key=factories.key(), source=source + b"\n# ny lesning", why="Ny lesning", by=SYSTEM)
    client = signed_in(berit)
    client.cookies["language"] = "nb"

    page = client.get(STATUS, ON).content.decode()

    assert heading in page
