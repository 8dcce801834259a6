"""Laying, mending and moving the plan on the pages."""

from datetime import date

import pytest

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.models import Absence
from politikontakt.modules.directory.services import PartnerFields, add_partner, note_absence
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.services import entry_of
from tests import factories
from tests.modules.planning.conftest import SETTINGS

PLAN = "/malvik/arbeid/plan/"
AUGUST = date(2017, 8, 14)


@pytest.fixture
def client(malvik, berit, signed_in):
    """Berit at her desk on a Monday in August 2017, with settings to plan by."""
    malvik.demo, malvik.demo_day = True, AUGUST
    malvik.save()
    with within(malvik):
        store_planning_file(key=factories.key(), source=SETTINGS, by=SYSTEM)
    return signed_in(berit)


def ask(client, page: str, **said) -> str:
    """Ask, and give the address of what is proposed."""
    answer = client.post(PLAN + page, {"client_key": factories.key(), **said})
    assert answer.status_code == 302, answer.context["form"].errors
    return answer["Location"]


@pytest.fixture
def planned(client, malvik):
    """The year laid and accepted."""
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1"})
    return client


def rows(malvik) -> list[Activity]:
    with within(malvik):
        return list(Activity.current.filter(status="planned").order_by("happened_on", "id"))


def test_a_year_is_laid_looked_at_and_accepted(client, malvik):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")

    page = client.get(proposal)

    assert (len(page.context["proposal"].changes), page.context["proposal"].short) == (16, 0)
    assert rows(malvik) == []
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1"})
    assert len(rows(malvik)) == 16


def test_only_what_is_ticked_is_taken(client, malvik):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    two = [each.id for each in client.get(proposal).context["proposal"].changes[:2]]

    client.post(f"{proposal}godta/", {"client_key": factories.key(), "row": two})

    assert sorted(each.ref for each in rows(malvik)) == sorted(two)


def test_a_discarded_proposal_changes_nothing(client, malvik):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")

    client.post(f"{proposal}forkast/")

    with within(malvik):
        assert Run.objects.get().state == Run.DISCARDED
    assert rows(malvik) == []


def test_a_lost_day_moves_its_visit_and_tells_the_school(planned, malvik):
    hit = rows(malvik)[3]
    with within(malvik):
        person = hit.takers_part.first().person_id
    day = hit.happened_on.isoformat()

    proposal = ask(planned, "tapt/", person=person, first=day, last=day)
    moved = [each for each in planned.get(proposal).context["proposal"].changes if each.kind == "moved"]
    write_to = {f"to_{each.id}": "rektor@skole.example" for each in moved}
    planned.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1", **write_to})

    with within(malvik):
        told = [each.to for each in Message.objects.filter(kind="visit_moved")]
        assert Activity.current.get(ref=hit.ref).happened_on != hit.happened_on
    assert "rektor@skole.example" in told


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


def test_settings_with_faults_are_named_by_line_and_what_was_typed_is_kept(client, malvik):
    broken = SETTINGS.decode().replace("minutes = 60", "minutes = -5")

    answer = client.post(f"{PLAN}oppsett/", {"client_key": factories.key(), "source": broken})

    assert (answer.status_code, [each.line for each in answer.context["faults"]]) == (422, [24])
    assert "minutes = -5" in answer.content.decode()


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


def test_a_plan_that_got_better_meanwhile_is_shown_again_and_not_stored(client, malvik):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")

    answer = client.post(
        f"{proposal}godta/", {"client_key": factories.key(), "all": "1", "looked_at": "another"}, follow=True
    )

    assert answer.redirect_chain[-1][0] == proposal
    assert [each.level_tag for each in answer.context["messages"]] == ["error"]
    assert rows(malvik) == []


def test_a_run_says_how_far_it_is_to_the_page_that_watches_it(client):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")

    now = client.get(f"{proposal}naa/").json()

    assert (now["state"], now["answer"]) == ("ready", client.get(proposal).context["run"].answer)


def test_a_moved_visit_is_told_to_those_the_directory_has_for_the_school(planned, malvik):
    hit = rows(malvik)[3]
    with within(malvik):
        person = hit.takers_part.first().person_id
        add_partner(key=factories.key(), ref="head", by=SYSTEM, fields=PartnerFields(
            name="Rektor", place=hit.place.ref, contact_email="rektor@skole.example"
        ))  # fmt: skip
    day = hit.happened_on.isoformat()

    page = planned.get(ask(planned, "tapt/", person=person, first=day, last=day))

    told = {each.change.place: each.to for each in page.context["notices"]}
    assert told[hit.place.ref] == "rektor@skole.example"
    assert all("rektor@skole.example" not in each.text for each in page.context["notices"])


def test_a_visit_that_was_cancelled_is_laid_anew_without_anybody_losing_a_day(planned, malvik):
    gone = rows(malvik)[5]
    with within(malvik):
        entry = entry_of(gone, status="cancelled")
        correct_activity(key=factories.key(), activity=gone, entry=entry, by=SYSTEM, today=AUGUST)

    page = planned.get(ask(planned, "tapt/", first="2017-08-14", last="2018-07-31"))

    found = page.context["proposal"]
    assert [(each.kind, each.place) for each in found.changes] == [("new", gone.place.ref)]


def test_a_failed_run_leads_back_to_the_question(client, malvik):
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    with within(malvik):
        Run.objects.update(state=Run.FAILED, rows=[])

    page = client.get(proposal)

    assert f'href="{PLAN}ny/?first=2017-08-15&amp;last=2018-07-31"' in page.content.decode()


def test_what_found_no_room_stays_on_the_plan_with_what_would_help(client, malvik):
    with within(malvik):
        for ref in ("berit", "ola"):
            person = Person.current.get(ref=ref)
            note_absence(key=factories.key(), person=person, first=date(2017, 8, 1), last=date(2017, 12, 31), by=SYSTEM)
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1"})

    left = client.get(PLAN).context["no_room"]

    assert {each.commitment for each in left} == {"P12b"}
    assert all(each.title and each.because for each in left)
    assert {way.href for each in left for way in each.helps} == {"/malvik/arbeid/katalog/"}


def test_what_if_says_what_another_number_would_take(client):
    page = client.get(f"{PLAN}hva-om/", {"commitment": "P12b", "at_least": "10", "on": "2018-03-15"})

    now, then = page.context["now"]["sum"], page.context["then"]["sum"]
    assert (now.promised, then.promised) == (16.0, 20.0)
    assert page.context["shown"].day == date(2018, 3, 15)


def test_where_there_are_no_settings_one_begins_with_some_that_can_be_stored(malvik, berit, signed_in):
    client = signed_in(berit)

    begin = client.get(f"{PLAN}oppsett/").context["form"]["source"].value()
    answer = client.post(f"{PLAN}oppsett/", {"client_key": factories.key(), "source": begin})

    assert (answer.status_code, answer["Location"]) == (302, PLAN)
    assert 'commitment = "P12b"' in begin


def test_without_settings_the_plan_shows_what_there_is_and_how_to_go_on(malvik, berit, signed_in):
    with within(malvik):
        factories.visit(date(2018, 3, 14))

    page = signed_in(berit).get(PLAN, {"on": "2018-03-15"})

    assert page.context["no_settings"]
    assert [line.state for line in page.context["year"].lines] == ["done"]
    assert f'href="{PLAN}oppsett/"' in page.content.decode()


def away(person: int, day: str, **said) -> dict[str, object]:
    return {"client_key": factories.key(), "person": person, "first": day, "last": day, "kind": "leave", **said}


def goer(malvik, row: Activity) -> int:
    with within(malvik):
        return row.takers_part.first().person_id


def test_an_absence_over_a_planned_visit_leads_to_mending_the_plan(planned, malvik):
    row = rows(malvik)[3]
    person, day = goer(malvik, row), row.happened_on.isoformat()

    answer = planned.post(f"{PLAN}fravaer/", away(person, day))

    assert answer["Location"] == f"{PLAN}tapt/?person={person}&first={day}&last={day}"
    form = planned.get(answer["Location"]).context["form"]
    assert (form["person"].value(), str(form["first"].value())) == (str(person), day)
    page = planned.get(ask(planned, "tapt/", person=person, first=day, last=day))
    assert row.ref in [each.id for each in page.context["proposal"].changes]


def test_an_absence_over_what_is_agreed_is_refused_with_what_it_is(planned, malvik):
    row = rows(malvik)[3]
    planned.post(f"{PLAN}rad/{row.ref}/bekreft/", {"client_key": factories.key()})

    answer = planned.post(f"{PLAN}fravaer/", away(goer(malvik, row), row.happened_on.isoformat()))

    assert (answer.status_code, len(answer.context["form"].non_field_errors())) == (422, 1)
    with within(malvik):
        assert not Absence.current.exists()


def test_an_absence_in_another_part_of_the_day_hits_nothing(planned, malvik):
    row = rows(malvik)[3]
    other = "afternoon" if row.starts_at.hour < 12 else "morning"

    answer = planned.post(f"{PLAN}fravaer/", away(goer(malvik, row), row.happened_on.isoformat(), blocks=[other]))

    assert answer["Location"] == PLAN


def test_an_absence_is_taken_out_and_the_history_keeps_it(client, malvik):
    with within(malvik):
        berit = Person.current.get(ref="berit")
        noted = note_absence(
            key=factories.key(), person=berit, first=date(2017, 9, 1), last=date(2017, 9, 5), by=SYSTEM
        )

    assert [each.pk for each in client.get(f"{PLAN}fravaer/").context["absences"]] == [noted.pk]
    client.post(f"{PLAN}fravaer/{noted.pk}/ta-ut/", {"client_key": factories.key()})

    with within(malvik):
        assert (Absence.current.count(), Absence.objects.count()) == (0, 2)
