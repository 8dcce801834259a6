"""The contact's pages without any script: the day, the log sheet, being called out."""

from datetime import date, time
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.entries import ActivityEntry, MeetingEntry
from politikontakt.modules.activities.models import Activity, LostTime
from politikontakt.modules.activities.services import log_activity, log_meeting, receive_request
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory.services import PartnerFields, PlaceFields, add_partner, add_place
from tests import factories
from tests.factories import TODAY

HOME = "/malvik/felt/"
PAGES = ["", "mer/", "logg/", "kalt-ut/"]


@pytest.fixture
def planned(malvik):
    """A visit that Berit has in her plan for today."""
    with within(malvik):
        return plan(time(8, 15))


def plan(at, place="hommelvik-us", day=TODAY):
    entry = ActivityEntry(
        kind="school_visit",
        status="planned",
        happened_on=day,
        starts_at=at,
        minutes=45,
        place=factories.place(place),
        people=[factories.person("berit")],
        audience=("pupils",),
        series="lower-secondary",
        ordinal=5,
    )
    return log_activity(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY)


def said(row=None, **fields):
    """A log sheet as a browser sends it."""
    return {
        "client_key": str(uuid4()),
        "replaces": str(row.key) if row else "",
        "place": "hommelvik-us",
        "kind": "school_visit",
        "happened_on": "2018-03-15",
        "starts_at": "08:15",
        "minutes": "45",
        "people": ["berit"],
        "purpose": "preventive",
        "audience": ["pupils", "head_teacher"],
        "themes": ["online_safety"],
        "note": "",
        **fields,
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_contact_opens_every_page_of_the_phone(malvik, berit, signed_in, page):
    assert signed_in(berit).get(HOME + page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_contact_of_another_municipality_opens_none(malvik, arne, signed_in, page):
    assert signed_in(arne).get(HOME + page).status_code == 403


def test_the_card_shows_all_that_is_due_where_the_contact_is(malvik, planned, berit, signed_in):
    with within(malvik):
        for month in (9, 10, 11):
            factories.visit(date(2017, month, 12))
        receive_request(key=uuid4(), kind="advice", received_on=date(2018, 3, 12), by=SYSTEM, today=TODAY)

    context = signed_in(berit).get(HOME).context

    assert context["place"].ref == "hommelvik-us"
    assert [(each.commitment.id, each.next_number, each.verdict.required) for each in context["due"].visits] == [
        ("P12b", 4, 8)
    ]
    assert [each.kind for each in context["requests"]] == ["advice"]


def test_the_day_takes_the_same_few_queries_however_much_is_in_it(malvik, berit, signed_in):
    client, numbers = signed_in(berit), []
    for hour in range(3):
        with within(malvik):
            plan(time(9 + hour))
            factories.visit(TODAY, at="vikhammer-us", starts_at=time(9 + hour))
        client.get(HOME)
        with CaptureQueriesContext(connection) as queries:
            client.get(HOME)
        numbers.append(len(queries))

    assert len(set(numbers)) == 1
    assert numbers[0] <= 12


def test_a_planned_visit_becomes_done_and_keeps_its_place_in_the_plan(malvik, planned, berit, signed_in):
    answer = signed_in(berit).post(f"{HOME}logg/{planned.ref}/", said(planned))

    with within(malvik):
        stored = Activity.current.get(ref=planned.ref)
    assert answer["Location"] == f"{HOME}?logged={stored.key}"
    assert (stored.status, stored.replaces, stored.series, stored.ordinal) == ("done", planned, "lower-secondary", 5)
    assert (stored.audience, stored.themes) == (("pupils", "head_teacher"), ("online_safety",))


def test_a_form_sent_twice_is_stored_once(malvik, planned, berit, signed_in):
    client, sheet = signed_in(berit), said(planned)

    answers = [client.post(f"{HOME}logg/{planned.ref}/", sheet).status_code for _ in range(2)]

    with within(malvik):
        assert answers == [302, 302]
        assert Activity.current.count() == 1


def test_the_same_form_with_other_content_shows_both_and_changes_nothing(malvik, berit, signed_in):
    client, sheet = signed_in(berit), said(minutes="45")
    client.post(f"{HOME}logg/", sheet)

    answer = client.post(f"{HOME}logg/", {**sheet, "minutes": "90"})

    assert answer.status_code == 409
    assert (answer.context["stored"].minutes, answer.context["mine"].minutes) == (45, 90)
    with within(malvik):
        assert [each.minutes for each in Activity.current.all()] == [45]


def test_undoing_puts_the_plan_back(malvik, planned, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}logg/{planned.ref}/", said(planned))
    with within(malvik):
        done = Activity.current.get()

    client.post(f"{HOME}angre/{done.key}/", {"client_key": str(uuid4())})

    with within(malvik):
        now = Activity.current.get()
        assert (now.status, now.audience, now.series) == ("planned", ("pupils",), "lower-secondary")
        assert [each.person.ref for each in now.takers_part.all()] == ["berit"]


def test_undoing_what_stood_in_no_plan_withdraws_it(malvik, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}logg/", said())
    with within(malvik):
        done = Activity.current.get()

    client.post(f"{HOME}angre/{done.key}/", {"client_key": str(uuid4())})

    with within(malvik):
        assert Activity.current.count() == 0
        assert Activity.objects.count() == 2


def test_a_name_with_an_age_is_asked_about_and_the_answer_is_in_the_audit_trail(malvik, berit, signed_in):
    client, sheet = signed_in(berit), said(note="Snakket med Kristian (15).")
    asked = client.post(f"{HOME}logg/", sheet)
    question = asked.context["form"].questions["note"]

    answer = client.post(f"{HOME}logg/", {**sheet, question.name: question.value})

    assert (asked.status_code, answer.status_code) == (422, 302)
    with within(malvik):
        assert AuditRow.objects.get(key=sheet["client_key"]).outcome == {"about_nobody": ["name_age"]}


def test_a_national_identity_number_is_stored_nowhere(malvik, berit, signed_in, caplog):
    answer = signed_in(berit).post(f"{HOME}logg/", said(note="Gutten er 15108695088."))

    assert answer.status_code == 422
    with within(malvik):
        assert Activity.objects.count() == 0
        assert not [row for row in AuditRow.objects.all() if "15108695088" in str(row.body)]
    assert "15108695088" not in caplog.text


def test_called_out_begins_and_ends_with_one_form_each_and_keeps_class_and_minutes_alone(malvik, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})
    shown = client.get(HOME).context["out"]

    client.post(f"{HOME}kalt-ut/slutt/", {"client_key": str(uuid4()), "minutes": "95"})

    with within(malvik):
        kept = LostTime.current.get()
    assert shown.minutes is None
    assert (kept.cause, kept.minutes, kept.happened_on) == ("called_out", 95, TODAY)
    assert client.get(HOME).context["out"] is None


def test_called_out_by_mistake_is_taken_back(malvik, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})

    client.post(f"{HOME}kalt-ut/angre/", {"client_key": str(uuid4())})

    with within(malvik):
        assert LostTime.current.count() == 0


def test_what_the_call_hit_gets_another_day_and_those_who_wait_are_told_without_a_reason(
    malvik, planned, berit, signed_in, django_capture_on_commit_callbacks
):
    from politikontakt.modules.outbox.models import Message

    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})
    form = client.get(f"{HOME}kalt-ut/").context["form"]
    suggested = form[f"day_{planned.key}"].value()

    client.post(
        f"{HOME}kalt-ut/",
        {
            "client_key": str(uuid4()),
            f"day_{planned.key}": suggested.isoformat(),
            f"to_{planned.key}": "rektor@example.no",
        },
    )

    with within(malvik):
        moved = Activity.current.get(ref=planned.ref)
        [message] = Message.objects.all()
    assert suggested == date(2018, 3, 22)
    assert (moved.status, moved.happened_on, moved.ordinal) == ("planned", suggested, 5)
    assert (message.to, message.kind) == ("rektor@example.no", "visit_moved")
    assert set(message.values) == {"what", "before", "after", "sender"}


def test_a_call_knows_whom_to_tell_at_the_school_and_leads_to_the_planner(malvik, planned, berit, signed_in):
    with within(malvik):
        fields = PartnerFields(name="Rektor", place=planned.place.ref, contact_email="rektor@skole.example")
        add_partner(key=factories.key(), ref="head", fields=fields, by=SYSTEM)
    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})

    page = client.get(f"{HOME}kalt-ut/")

    assert page.context["form"][f"to_{planned.key}"].value() == "rektor@skole.example"
    assert page.context["mend"].startswith("/malvik/arbeid/plan/tapt/?person=")


def test_nothing_moves_and_nobody_is_told_before_the_form_is_sent(malvik, planned, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})

    client.get(f"{HOME}kalt-ut/")

    with within(malvik):
        assert Activity.current.get().happened_on == TODAY


def test_another_place_is_chosen_from_those_in_the_plan_and_lately_before_the_rest(malvik, planned, berit, signed_in):
    with within(malvik):
        plan(time(12), place="vikhammer-us", day=date(2018, 3, 19))
        factories.school("saksvik", "Saksvik skole")

    page = signed_in(berit).get(HOME)

    found = page.context["elsewhere"]
    assert [each.place.ref for each in found.near] == ["vikhammer-us"]
    assert [each.ref for each in found.others] == ["saksvik"]
    assert "?place=vikhammer-us" in page.content.decode()


def test_a_chosen_place_shows_what_is_due_there_and_the_button_logs_there(malvik, planned, berit, signed_in):
    page = signed_in(berit).get(f"{HOME}?place=vikhammer-us")

    assert (page.context["place"].ref, page.context["planned_here"]) == ("vikhammer-us", None)
    assert f'id="log-here" href="{HOME}logg/?place=vikhammer-us"' in page.content.decode()
    assert [each.place.ref for each in page.context["elsewhere"].near] == ["hommelvik-us"]


@pytest.mark.parametrize(("also", "heading"), [(time(7), "Ellers i dag"), (time(14), "Senere i dag")])
def test_the_rest_of_the_day_is_called_later_only_where_it_is(malvik, planned, berit, signed_in, also, heading):
    with within(malvik):
        people = [factories.person("berit")]
        entry = MeetingEntry(kind="council", status="planned", happened_on=TODAY, starts_at=also, people=people)
        log_meeting(key=uuid4(), entry=entry, by=SYSTEM, today=TODAY)

    assert f'<h2 id="later">{heading}</h2>' in signed_in(berit).get(HOME).content.decode()


def test_a_place_that_is_in_the_plan_later_today_logs_what_is_planned_there(malvik, planned, berit, signed_in):
    with within(malvik):
        later = plan(time(14), place="vikhammer-us")

    page = signed_in(berit).get(f"{HOME}?place=vikhammer-us")

    assert page.context["planned_here"] == later
    assert f'href="{HOME}logg/{later.ref}/"' in page.content.decode()


def test_a_day_without_a_plan_says_what_comes_next(malvik, berit, signed_in):
    with within(malvik):
        plan(time(9), day=date(2018, 3, 19))

    page = signed_in(berit).get(HOME).content.decode()

    assert "Neste: Hommelvik ungdomsskole, mandag 19.\u00a0mars." in page


def test_the_phone_is_given_the_card_of_every_place_for_when_there_is_no_coverage(malvik, planned, berit, signed_in):
    cards = signed_in(berit).get(f"{HOME}kort/").json()["cards"]

    assert sorted(cards) == ["hommelvik-us", "vikhammer-us"]
    assert f'data-log="{HOME}logg/{planned.ref}/"' in cards["hommelvik-us"]
    assert "1 av 8" in cards["vikhammer-us"]


@pytest.mark.parametrize("schools", [1, 30])
def test_the_day_takes_the_same_number_of_queries_however_many_places(
    malvik, berit, signed_in, django_assert_max_num_queries, schools
):
    with within(malvik):
        for number in range(schools):
            factories.school(f"skole-{number}", f"Skole {number}")
    client = signed_in(berit)
    client.get(HOME)

    with django_assert_max_num_queries(13):
        client.get(HOME)


def test_more_leads_to_ones_own_plan_in_a_calendar(malvik, berit, signed_in):
    assert "/malvik/arbeid/abonnement/" in signed_in(berit).get(f"{HOME}mer/").content.decode()


def test_a_parents_meeting_that_is_missing_is_planned_from_a_form_that_knows_where(malvik, berit, signed_in):
    form = (
        signed_in(berit)
        .get("/malvik/arbeid/logg/ny/?place=vikhammer-us&kind=parents_meeting&status=planned")
        .context["form"]
    )

    assert (form.initial["kind"], form.initial["status"]) == ("parents_meeting", "planned")
    with within(malvik):
        assert form.initial["place"] == factories.place("vikhammer-us").pk


def test_what_was_hit_can_be_moved_also_when_one_is_back(malvik, planned, berit, signed_in):
    client = signed_in(berit)
    client.post(f"{HOME}kalt-ut/start/", {"client_key": str(uuid4())})
    client.post(f"{HOME}kalt-ut/slutt/", {"client_key": str(uuid4()), "minutes": "95"})

    page = client.get(HOME)

    assert (page.context["out"], page.context["was_out"]) == (None, True)
    assert 'id="still-hit"' in page.content.decode()
    assert page.context["plan"].planned == [planned]


def test_without_a_call_the_day_speaks_of_no_hit(malvik, planned, berit, signed_in):
    assert 'id="still-hit"' not in signed_in(berit).get(HOME).content.decode()


@pytest.mark.parametrize(("place", "kind"), [("hommelvik-us", "school_visit"), ("torget", "presence")])
def test_a_sheet_for_a_place_begins_with_the_usual_kind_there(malvik, berit, signed_in, place, kind):
    with within(malvik):
        add_place(key=uuid4(), ref="torget", fields=PlaceFields(name="Torget", kind="street"), by=SYSTEM)

    form = signed_in(berit).get(f"{HOME}logg/?place={place}").context["form"]

    assert (form.initial["place"], form.initial["kind"]) == (place, kind)
