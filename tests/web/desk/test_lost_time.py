"""The balance of lost preventive time, the same for both parties."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.called_out import call_out, come_back
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.web.desk.lost_time.balance import balance
from tests import factories
from tests.factories import TODAY

PAGE = "/malvik/arbeid/tapt-tid/"
ON = {"on": "2018-03-15"}


def lose(day, minutes, ref="berit"):
    lost = call_out(key=uuid4(), person=factories.person(ref), happened_on=day, by=SYSTEM, today=TODAY)
    come_back(key=uuid4(), lost=lost, minutes=minutes, by=SYSTEM)


def test_both_parties_see_the_same_sums_and_no_name(malvik, berit, siri, signed_in):
    with within(malvik):
        lose(date(2018, 3, 6), 95)
        lose(date(2018, 2, 6), 60, "ola")
        factories.visit(date(2018, 3, 7), minutes=285)

    pages = [signed_in(user).get(PAGE, ON) for user in (berit, siri)]

    months = [page.context["balance"].months for page in pages]
    assert months[0] == months[1]
    assert [(each.first, each.total, each.times, each.prevented) for each in months[0][:2]] == [
        (date(2018, 3, 1), 95, 1, 285),
        (date(2018, 2, 1), 60, 1, 0),
    ]
    assert months[0][0].share == 0.25
    assert "Ola Sund" not in pages[1].content.decode()


def test_a_month_without_work_or_loss_has_no_share(malvik, berit, signed_in):
    answer = signed_in(berit).get(PAGE, ON)

    assert answer.context["balance"].total.share is None
    assert len(answer.context["balance"].months) == 12


def test_what_was_lost_after_the_day_asked_for_is_not_in_it(malvik, berit, signed_in):
    with within(malvik):
        lose(date(2018, 3, 6), 95)

    assert signed_in(berit).get(PAGE, {"on": "2018-03-05"}).context["balance"].total.total == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_the_same_number_of_queries_however_much_was_lost(
    malvik, berit, signed_in, django_assert_max_num_queries, count
):
    with within(malvik):
        for day in range(1, count + 1):
            lose(date(2018, 3, day), 30)
    client = signed_in(berit)

    with django_assert_max_num_queries(7):
        client.get(PAGE, ON)


def test_the_balance_is_the_agreements_and_begins_with_it(malvik, berit, signed_in):
    with within(malvik):
        lose(date(2016, 11, 8), 45)
        lose(date(2016, 9, 30), 95)  # the day before the agreement took effect

    page = signed_in(berit).get(PAGE, {"on": "2016-12-15"})

    found = page.context["balance"]
    assert [(each.first, each.total) for each in found.months] == [
        (date(2016, 12, 1), 0),
        (date(2016, 11, 1), 45),
        (date(2016, 10, 1), 0),
    ]
    assert (found.agreement.id, found.whole_year) == ("malvik-test", False)


def test_only_the_part_of_a_month_in_which_the_agreement_held_is_in_its_balance(malvik):
    with within(malvik):
        lose(date(2016, 10, 3), 30)
        lose(date(2016, 10, 6), 60)
        agreement = replace(agreement_on(TODAY).content, effective_from=date(2016, 10, 5))

        months = balance(date(2016, 10, 31), agreement).months

    assert [(each.first, each.total) for each in months] == [(date(2016, 10, 1), 60)]
