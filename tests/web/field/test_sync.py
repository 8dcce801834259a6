"""The address phones send to: once each, in order, an answer for every item, and nothing kept of what is refused."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest

from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity, LostTime
from politikontakt.modules.activities.services import correct_activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from tests import factories
from tests.factories import TODAY
from tests.web.field.test_pages import plan

SYNC, PACK = "/malvik/felt/synk/", "/malvik/felt/pakke/"


@pytest.fixture
def phone(berit, signed_in):
    """Berit's phone: `phone(item, …)` sends items and gives the answers."""
    return Phone(signed_in(berit), berit)


class Phone:
    """A phone that sends, with a day of its own."""

    def __init__(self, client, user, day=TODAY):
        self.client, self.user, self.day = client, user, day

    def __call__(self, *items, **parcel):
        answer = self.send(*items, **parcel)
        assert answer.status_code == 200
        return answer.json()["items"]

    def send(self, *items, **parcel):
        said = {"format": 1, "who": str(self.user.pk), "day": self.day.isoformat(), "items": list(items), **parcel}
        return self.client.post(SYNC, json.dumps(said), content_type="application/json")


def item(do="log", key=None, about_nobody=False, **body):
    return {"key": str(key or uuid4()), "do": do, "about_nobody": about_nobody, "body": body}


def visit(key=None, about_nobody=False, **body):
    said = {
        "kind": "school_visit",
        "happened_on": "2018-03-15",
        "starts_at": "08:15",
        "minutes": 45,
        "place": "hommelvik-us",
        "people": ["berit"],
        "purpose": "preventive",
        "audience": ["pupils"],
        "themes": ["online_safety"],
    }
    return item(key=key, about_nobody=about_nobody, **{**said, **body})


def told(answers):
    return [(each["status"], each["code"]) for each in answers]


def test_what_a_phone_logs_is_stored_with_an_audit_row_of_its_key(malvik, phone):
    logged = visit(note="9. trinn")

    [answer] = phone(logged)

    with within(malvik):
        row = Activity.current.get()
        assert AuditRow.objects.get(key=logged["key"]).subject_id == row.pk
    assert answer["status"] == 201
    assert answer["stored"] == {"key": logged["key"], "holds": True, "recorded_at": row.recorded_at.isoformat()}


def test_sent_again_because_the_reply_was_lost_it_is_stored_once(malvik, phone):
    logged = visit()

    statuses = [phone(logged, logged), phone(logged)]

    assert [told(each) for each in statuses] == [[(201, ""), (200, "")], [(200, "")]]
    with within(malvik):
        assert Activity.objects.count() == 1


def test_the_same_key_with_other_content_is_a_conflict_that_shows_what_is_stored(malvik, phone):
    logged = visit(minutes=45)
    phone(logged)

    [answer] = phone(visit(key=logged["key"], minutes=90))

    with within(malvik):
        row = Activity.objects.get()
    assert (answer["status"], answer["code"]) == (409, "key_conflict")
    assert answer["stored"] == {
        "key": logged["key"],
        "ref": logged["key"],
        "holds": True,
        "status": "done",
        **logged["body"],
        "partner": "",
        "note": "",
        "recorded_at": row.recorded_at.isoformat(),
        "recorded_by": "Berit Haugen",
    }


def test_an_item_that_is_refused_spoils_no_other(malvik, phone):
    answers = phone(visit(people=[]), visit(), visit(happened_on="yesterday"), {"nothing": 1}, visit(place="gone"))

    assert told(answers) == [
        (422, "nobody_took_part"),
        (201, ""),
        (400, "misshapen"),
        (400, "misshapen"),
        (422, "unknown_name"),
    ]
    assert all(each["text"] for each in answers if each["status"] >= 400)


@pytest.mark.parametrize(
    "body",
    [
        {"minutes": "45"},
        {"minutes": True},
        {"minutes": 1441},
        {"minutes": -1},
        {"kind": ""},
        {"kind": "a|b"},
        {"audience": ["pupils|all"]},
        {"audience": "pupils"},
        {"starts_at": "25:00"},
        {"note": "x" * 1001},
        {"note": "\0"},
        {"replaces": "not a key"},
        {"happened_on": None},
    ],
)
def test_what_has_another_shape_is_not_stored(malvik, phone, body):
    assert told(phone(visit(**body))) == [(400, "misshapen")]


def test_a_planned_visit_becomes_done_and_a_resend_is_still_the_same(malvik, phone):
    with within(malvik):
        planned = plan(None)
    done = visit(replaces=str(planned.key))

    answers = phone(done) + phone(done)

    with within(malvik):
        row = Activity.current.get()
    assert told(answers) == [(201, ""), (200, "")]
    assert (row.ref, row.replaces, row.series, row.ordinal) == (planned.ref, planned, "lower-secondary", 5)


def test_two_phones_at_one_visit_see_each_other_and_neither_is_doubled(malvik, phone):
    with within(malvik):
        planned = plan(None)
    first, second = visit(replaces=str(planned.key)), visit(replaces=str(planned.key), minutes=60)

    answers = phone(first) + phone(second)

    assert told(answers) == [(201, ""), (409, "overtaken")]
    assert answers[1]["stored"]["key"] == first["key"]
    with within(malvik):
        assert Activity.current.count() == 1


def test_a_take_back_puts_the_plan_back_however_often_it_is_sent(malvik, phone):
    with within(malvik):
        planned = plan(None)
    done = visit(replaces=str(planned.key))
    undone = item("take_back", row=done["key"])

    answers = phone(done, undone) + phone(done, undone)

    assert told(answers) == [(201, ""), (201, ""), (200, ""), (200, "")]
    with within(malvik):
        assert Activity.current.get().status == "planned"


def test_what_builds_on_a_row_that_never_came_is_told_so(malvik, phone):
    answers = phone(
        visit(replaces=str(uuid4())),
        item("take_back", row=str(uuid4())),
        item("come_back", call_out=str(uuid4()), minutes=1),
    )

    assert told(answers) == [(404, "no_such_row")] * 3


@pytest.mark.parametrize(
    ("ahead", "happened", "status"),
    [
        (0, 0, 201),
        (0, 1, 422),  # tomorrow has not been, by either clock
        (1, 1, 201),  # the phone's day counts
        (2, 2, 201),
        (3, 3, 422),  # a phone is believed two days ahead, no more
        (-2, -2, 201),
        (-2, 0, 201),  # a phone that is behind takes nothing from the server's day
    ],
)
def test_the_phones_own_day_counts_up_to_two_days_ahead(malvik, phone, ahead, happened, status):
    phone.day = TODAY + timedelta(days=ahead)

    [answer] = phone(visit(happened_on=(TODAY + timedelta(days=happened)).isoformat()))

    assert answer["status"] == status


def test_what_was_stored_is_still_stored_when_its_place_has_closed_since(malvik, phone):
    logged = visit()
    phone(logged)
    with within(malvik):
        place = factories.place("hommelvik-us")
        place.closed_on = date(2018, 3, 1)
        place.save()

    assert told(phone(logged)) == [(200, "")]


def test_a_national_identity_number_is_kept_nowhere(malvik, phone, caplog):
    [answer] = phone(
        visit(note="Født 15.10.86 95088, sa rektor."),
    )

    assert (answer["status"], answer["code"]) == (422, "national_id")
    assert "95088" not in json.dumps(answer)
    with within(malvik):
        assert Activity.objects.count() == 0
        assert not any("95088" in str(row.body) + str(row.outcome) for row in AuditRow.objects.all())
    assert "95088" not in caplog.text


def test_what_may_tell_who_is_stored_once_its_writer_says_that_it_is_about_nobody(malvik, phone):
    note = "Ring Ola (14) på 912 34 567."
    asked = phone(visit(note=note))
    answered = visit(note=note, about_nobody=True)

    answers = phone(answered)

    with within(malvik):
        outcome = AuditRow.objects.get(key=answered["key"]).outcome
    assert (told(asked), told(answers)) == ([(422, "about_nobody")], [(201, "")])
    assert outcome == {"about_nobody": ["name_age", "phone"]}


def test_being_called_out_is_a_class_and_minutes(malvik, phone):
    out = item("call_out", cause="called_out", happened_on="2018-03-15")
    back = item("come_back", call_out=out["key"], minutes=95, cause="shift_swap")

    answers = phone(out) + phone(out, back)

    with within(malvik):
        kept = LostTime.current.get()
    assert told(answers) == [(201, ""), (200, ""), (201, "")]
    assert (kept.cause, kept.minutes, kept.happened_on) == ("shift_swap", 95, TODAY)
    assert {field.name for field in LostTime._meta.get_fields()} & {"place", "note", "case", "text"} == set()


def test_nobody_is_called_out_twice_at_once_and_a_slip_of_the_thumb_is_undone(malvik, phone):
    out = item("call_out", cause="called_out", happened_on="2018-03-15")
    never = item("never_out", call_out=out["key"])

    answers = phone(out, item("call_out", cause="called_out", happened_on="2018-03-15"), never, never)

    assert told(answers) == [(201, ""), (422, "already_out"), (201, ""), (200, "")]
    with within(malvik):
        assert LostTime.current.count() == 0


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        ("{", 400, "not_json"),
        ("[" * 100_000, 400, "not_json"),
        ("[]", 400, "misshapen"),
        ('{"format": 1, "who": "0", "items": []}', 403, "other_user"),
        ('{"format": 2, "who": "0", "items": []}', 400, "unknown_format"),
        (json.dumps({"format": 1, "who": "0", "items": [{}] * 201}), 413, "too_many"),
    ],
)
def test_a_parcel_that_can_not_be_taken_is_told_why(malvik, phone, content, status, code):
    answer = phone.client.post(SYNC, content, content_type="application/json")

    assert (answer.status_code, answer.json()) == (status, {"code": code})


def test_what_one_wrote_is_never_taken_as_anothers(malvik, phone, siri):
    answer = phone.send(visit(), who=str(siri.pk))

    assert answer.status_code == 403
    with within(malvik):
        assert Activity.objects.count() == 0


@pytest.mark.parametrize("address", [SYNC, PACK])
def test_a_phone_that_is_signed_out_or_has_no_role_is_told_so_in_json(malvik, arne, signed_in, address):
    answers = [signed_in(user).get(address) for user in (None, arne)]

    assert [(each.status_code, each.json()["code"]) for each in answers] == [(401, "signed_out"), (403, "no_access")]


def test_a_parcel_from_another_site_is_turned_away(malvik, berit):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(berit, backend="allauth.account.auth_backends.AuthenticationBackend")
    hello = client.get(SYNC).json()
    parcel = json.dumps({"format": 1, "who": hello["who"], "items": [visit()]})

    without = client.post(SYNC, parcel, content_type="application/json")
    with_token = client.post(SYNC, parcel, content_type="application/json", headers={"X-CSRFToken": hello["csrf"]})

    assert (without.status_code, with_token.status_code) == (403, 200)


def test_two_phones_with_the_same_state_show_the_same_rows(malvik, phone, siri, signed_in):
    with within(malvik):
        plan(None)
    phone(visit(), visit(happened_on="2018-03-14"))

    mine, hers = (client.get(PACK).json() for client in (phone.client, signed_in(siri)))

    assert mine["state"] == hers["state"]
    assert mine["rows"] == hers["rows"]
    assert [each["happened_on"] for each in mine["rows"]] == ["2018-03-14", "2018-03-15", "2018-03-15"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_pack_takes_the_same_number_of_queries_however_much_is_in_it(
    malvik, phone, django_assert_max_num_queries, count
):
    phone(*(visit(starts_at=f"{8 + each:02}:00") for each in range(count)))
    phone.client.get(PACK)

    with django_assert_max_num_queries(10):
        phone.client.get(PACK)


def test_a_correction_from_the_desk_is_what_the_phone_is_shown(malvik, phone):
    logged = visit()
    phone(logged)
    with within(malvik):
        row = Activity.current.get()
        from politikontakt.modules.activities.entries import ActivityEntry
        from politikontakt.web.ui.activity_form import said_of

        said = {**said_of(row), "place": row.place, "people": [factories.person("berit")], "minutes": 60}
        corrected = correct_activity(key=uuid4(), activity=row, entry=ActivityEntry(**said), by=SYSTEM, today=TODAY)

    [answer] = phone(item("take_back", row=logged["key"]))

    assert (answer["status"], answer["code"]) == (409, "overtaken")
    assert (answer["stored"]["key"], answer["stored"]["minutes"]) == (str(corrected.key), 60)
