"""Asking for a plan, looking at what is proposed, and saying yes or no."""

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.services import PartnerFields, add_partner
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.services import entry_of
from tests import factories
from tests.web.desk.plan.asking import AUGUST, PLAN, ask, rows


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
