"""The plan's own page, what if, and the planner's settings."""

from datetime import date

from politikontakt.modules.access.models import Person, Role
from politikontakt.modules.access.services import change_role
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.directory.services import note_absence
from tests import factories
from tests.modules.planning.conftest import SETTINGS
from tests.web.desk.plan.asking import PLAN, ask


def test_settings_with_faults_are_named_by_line_and_what_was_typed_is_kept(client, malvik):
    broken = SETTINGS.decode().replace("minutes = 60", "minutes = -5")

    answer = client.post(f"{PLAN}oppsett/", {"client_key": factories.key(), "source": broken})

    assert (answer.status_code, [each.line for each in answer.context["faults"]]) == (422, [24])
    assert "minutes = -5" in answer.content.decode()


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


def test_what_is_done_takes_nothing_of_the_time_that_is_left(client, malvik):
    with within(malvik):
        factories.visit(date(2018, 3, 1), minutes=60)
        factories.visit(date(2018, 3, 20), minutes=90, status="planned")

    march, *_ = client.get(PLAN, {"on": "2018-03-15"}).context["bars"]

    assert (march.month.month, march.planned) == ("2018-03", 1.5)


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


def test_who_only_looks_is_offered_nothing_that_would_be_refused(planned, malvik, signed_in, siri):
    with within(malvik):
        role = Role.current.get(holdings__person__user=siri)
        change_role(key=factories.key(), role=role, titles=role.titles, party=role.party, may=("see",), by=SYSTEM)
    ask(planned, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    offered = ("/flytt/", "/forslag/", "/plan/ny/", "/tapt/", "/fravaer/", "/oppsett/", "data-move")
    reader = signed_in(siri)

    pages = [reader.get(f"{PLAN}{page}") for page in ("", "?view=table", "maaned/2017-09/", "hva-om/")]

    assert [page.status_code for page in pages] == [200] * 4
    assert [way for page in pages for way in offered if way in page.content.decode()] == []


def test_a_plan_asks_as_much_for_one_row_as_for_many(client, malvik, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        client.get(PLAN)
    proposal = ask(client, "ny/", first="2017-08-15", last="2018-07-31", seconds="10")
    client.post(f"{proposal}godta/", {"client_key": factories.key(), "all": "1"})

    for page, most in ((PLAN, 22), (f"{PLAN}maaned/2017-10/", 14)):
        with django_assert_max_num_queries(most):
            client.get(page)
