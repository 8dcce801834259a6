"""Noting when contacts are away."""

from datetime import date

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.models import Absence
from politikontakt.modules.directory.services import note_absence
from tests import factories
from tests.web.desk.plan.asking import PLAN, ask, rows


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
