"""Laying, mending and moving the plan on the pages."""

from datetime import date

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.agreements.services import store_planning_file
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.planning.models import Run
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

    assert (answer.status_code, len(answer.context["answer"]["faults"])) == (422, 1)
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
