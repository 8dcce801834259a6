"""Moving rows: on a row's own page and on the page of a month, where they are dragged."""

from datetime import date

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from tests import factories
from tests.web.desk.plan.asking import PLAN, ask, rows


def move_of(malvik, row: Activity, day: str, **said) -> dict[str, object]:
    """What the month's script sends for a row that is dropped on a day."""
    with within(malvik):
        people = [each.person_id for each in row.takers_part.all()]
    start = row.starts_at.isoformat("minutes")
    block = "morning" if row.starts_at.hour < 12 else "afternoon"
    named = {"day": day, "block": block, "start": start, "people": people, "row": row.pk, "any_start": "on"}
    return {**named, "client_key": factories.key(), **said}


@pytest.fixture
def in_hand(planned, malvik):
    """A planned row, and its address."""
    with within(malvik):
        row = Activity.current.filter(status="planned").order_by("happened_on", "id")[4]
    return row, f"{PLAN}rad/{row.ref}/"


HX = {"HTTP_HX_REQUEST": "true"}


def day_that_does(planned, row, address) -> str:
    first = row.happened_on.replace(day=1)
    asked = {"first": first.isoformat(), "last": first.replace(day=28).isoformat()}
    days = planned.get(f"{address}dager/", asked).json()["days"]
    return next(day for day, against in days.items() if not against and day != row.happened_on.isoformat())


def test_a_move_into_a_breach_says_why_and_stores_nothing(planned, malvik):
    row = rows(malvik)[4]
    with within(malvik):
        people = [each.person_id for each in row.takers_part.all()]
    said = {"day": "2017-12-24", "block": "morning", "people": people, "client_key": factories.key()}

    answer = planned.post(f"{PLAN}rad/{row.ref}/flytt/", said)

    assert (answer.status_code, len(answer.context["answer"].faults)) == (422, 1)
    assert rows(malvik)[4].happened_on == row.happened_on


def test_the_mover_may_insist(planned, malvik):
    row = rows(malvik)[4]
    with within(malvik):
        people = [each.person_id for each in row.takers_part.all()]
    said = {"day": "2017-12-24", "block": "morning", "people": people, "client_key": factories.key(), "anyway": "1"}

    planned.post(f"{PLAN}rad/{row.ref}/flytt/", said)

    with within(malvik):
        assert Activity.current.get(ref=row.ref).happened_on == date(2017, 12, 24)


def test_a_month_shows_each_row_on_its_day_and_hands_over_what_can_be_moved(planned, malvik):
    row = rows(malvik)[4]

    page = planned.get(f"{PLAN}maaned/{row.happened_on:%Y-%m}/")

    days = {day.day: day for _number, week in page.context["month"].weeks for day in week}
    assert row.ref in [line.ref for line in days[row.happened_on].lines]
    assert f'data-move="{PLAN}rad/{row.ref}/flytt/"' in page.content.decode()


def test_what_waits_for_a_yes_lies_beside_what_stands(client):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    *taken, left = client.get(proposal).context["proposal"].changes
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "row": [each.id for each in taken]})
    ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")

    page = client.get(f"{PLAN}maaned/{left.after[0]:%Y-%m}/")

    states = [line.state for _n, week in page.context["month"].weeks for day in week for line in day.lines]
    assert states.count("waiting") == 1
    assert page.context["month"].to_come == states.count("proposed")


@pytest.mark.parametrize("month", ["2018-13", "march", "0001-01"])
def test_a_month_that_is_none_is_not_found(planned, month):
    assert planned.get(f"{PLAN}maaned/{month}/").status_code == 404


def test_the_days_of_a_row_in_hand_say_what_stands_against_them(planned, in_hand):
    row, address = in_hand

    days = planned.get(f"{address}dager/", {"first": "2017-12-24", "last": "2017-12-26"}).json()["days"]

    assert list(days) == ["2017-12-24", "2017-12-25", "2017-12-26"]
    assert all(days.values())
    assert day_that_does(planned, row, address) != row.happened_on.isoformat()


def test_too_many_days_at_once_are_not_answered(planned, in_hand):
    _row, address = in_hand

    assert planned.get(f"{address}dager/", {"first": "2017-08-01", "last": "2018-07-31"}).status_code == 404


def test_a_row_that_is_dropped_on_a_day_that_does_is_moved_and_can_be_put_back(planned, malvik, in_hand):
    row, address = in_hand
    day = day_that_does(planned, row, address)

    moved = planned.post(f"{address}flytt/", move_of(malvik, row, day), **HX)
    with within(malvik):
        lies = Activity.current.get(ref=row.ref)
    back = planned.post(f"{address}tilbake/", {"row": lies.pk, "client_key": factories.key()}, **HX)

    assert (moved.status_code, lies.happened_on.isoformat(), back.status_code) == (200, day, 200)
    with within(malvik):
        assert Activity.current.get(ref=row.ref).happened_on == row.happened_on


def test_a_row_that_is_dropped_on_a_wrong_day_lies_where_it_lay_and_can_be_insisted_on(planned, malvik, in_hand):
    row, address = in_hand
    said = move_of(malvik, row, "2017-12-24")

    refused = planned.post(f"{address}flytt/", said, **HX)
    with within(malvik):
        assert Activity.current.get(ref=row.ref).happened_on == row.happened_on
    planned.post(f"{address}flytt/", {**said, "anyway": "1"}, **HX)

    assert (refused.status_code, len(refused.context["answer"].faults)) == (422, 1)
    with within(malvik):
        assert Activity.current.get(ref=row.ref).happened_on == date(2017, 12, 24)


def test_a_row_somebody_else_has_moved_is_not_moved_from_an_old_page(planned, malvik, in_hand):
    row, address = in_hand
    day = day_that_does(planned, row, address)
    planned.post(f"{address}flytt/", move_of(malvik, row, day), **HX)

    answer = planned.post(f"{address}flytt/", move_of(malvik, row, row.happened_on.isoformat()), **HX)

    assert (answer.status_code, len(answer.context["form"].non_field_errors())) == (422, 1)
    with within(malvik):
        assert Activity.current.get(ref=row.ref).happened_on.isoformat() == day


def test_only_contacts_are_offered_for_a_visit(planned, in_hand):
    _row, address = in_hand

    offered = planned.get(f"{address}flytt/").context["form"].fields["people"].queryset

    assert {each.ref for each in offered} == {"berit", "ola"}
