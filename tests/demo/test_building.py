"""How the demo is made: through the services, each write at its time, the same every time, and only once."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone

from politikontakt.cli import main
from politikontakt.config.demo.build import activities, build, build_demo, story
from politikontakt.config.demo.days import TODAY
from politikontakt.config.demo.prepare import sign_ins
from politikontakt.config.demo.routine import Busy, routine
from politikontakt.config.demo.speech import AGREEMENTS
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.calendar.holidays import is_working_day
from politikontakt.core.commitments.judge import verdicts as judged
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.privacy.screen import screen
from politikontakt.core.records.read import read_records
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.queries import holders
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.queries import verify_chain
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.compliance.queries import agreement_on, verdicts

pytestmark = pytest.mark.django_db

Demo = dict[str, Municipality]
OSLO = ZoneInfo("Europe/Oslo")


def test_both_are_demos_that_take_the_same_day_for_today(demo: Demo):
    assert [(each.slug, each.demo, each.today(timezone.now())) for each in demo.values()] == [
        ("malvik", True, TODAY),
        ("fjordheim", True, TODAY),
    ]


def test_building_again_builds_nothing(demo: Demo):
    with within(demo["malvik"]):
        before = AuditRow.objects.count()
        build_demo()

        assert AuditRow.objects.count() == before


def test_every_write_was_made_in_the_years_the_story_tells_of(in_demo_malvik: Municipality):
    times = list(
        AuditRow.objects.filter(action__startswith="activities").order_by("number").values_list("at", flat=True)
    )

    assert times == sorted(times)
    assert times[0] > datetime(2016, 10, 1, tzinfo=OSLO)
    assert times[-1] < datetime(2018, 3, 16, tzinfo=OSLO)


def test_the_audit_chain_is_whole(in_demo_malvik: Municipality):
    assert verify_chain() == []


def test_what_was_called_out_was_first_logged_and_then_corrected(in_demo_malvik: Municipality):
    cancelled = Activity.current.get(happened_on="2018-02-06", status="cancelled")

    assert cancelled.replaces.status == "done"
    assert cancelled.recorded_at == datetime(2018, 2, 8, 9, 20, tzinfo=OSLO)


def test_the_export_gives_the_same_verdicts_as_the_pages(in_demo_malvik: Municipality):
    files = folder()
    agreement = read_agreement(files["agreement.toml"], file="agreement.toml", kinds=KINDS)
    records = read_records({name: source for name, source in files.items() if name.endswith(".csv")}, agreement)

    on_pages = verdicts(agreement_on(TODAY).content, TODAY, all_periods=True)
    assert judged(agreement, records, on=TODAY, all_periods=True) == on_pages


def test_another_building_gives_the_same_record(demo: Demo):
    with within(demo["fjordheim"]):
        first = folder()
    told = story("fjordheim")
    told["municipality"]["slug"] = "fjordheim-again"

    with transaction.atomic():
        with within(build(told)):
            second = folder()
        transaction.set_rollback(True)

    assert second == first


def test_the_records_beside_fjordheim_s_agreement_are_the_demo_s_export(demo: Demo):
    kept = {file.name: file.read_bytes() for file in (AGREEMENTS / "fjordheim-asbygda-2017").glob("*.csv")}

    with within(demo["fjordheim"]):
        exported = {name: source for name, source in folder().items() if source.count(b"\n") > 1 and name in kept}
    assert exported == kept


def test_every_role_of_the_agreement_is_held_today(in_demo_malvik: Municipality):
    roles = [role.id for role in agreement_on(TODAY).content.roles]

    assert [role for role in roles if not holders(role, on=TODAY)] == []


def test_the_routine_is_the_same_every_time():
    told = story("malvik")

    assert list(routine(told, until=TODAY)) == list(routine(told, until=TODAY))


def test_nobody_works_while_away():
    told = story("malvik")
    away = [(each["player"], each["first"], each["last"]) for each in told["absence"]]

    working = [
        (work["on"], player)
        for work in activities(told)
        for player in work["who"]
        if any(player == who and first <= work["on"] <= last for who, first, last in away)
    ]
    assert working == []


def test_schools_are_visited_on_days_when_there_is_school():
    told = story("malvik")
    closed = [(each["first"], each["last"]) for each in told["closed"]]

    wrong = [
        visit["on"]
        for visit in told["visit"]
        if not is_working_day(visit["on"]) or any(first <= visit["on"] <= last for first, last in closed)
    ]
    assert wrong == []


def test_nobody_is_at_two_places_at_once_or_works_day_and_night():
    told, busy = story("malvik"), Busy()

    refused = [
        (work["on"], work["at"], player)
        for work in (*activities(told), *told["meeting"])
        for player in work["who"]
        if not busy.take(player, work)
    ]
    assert refused == []


def test_a_player_is_busy_for_as_long_as_the_work_takes():
    busy = Busy()
    morning = {"on": TODAY, "at": "08:00", "minutes": 60}

    assert busy.take("berit", morning)
    assert not busy.take("berit", {"on": TODAY, "at": "09:10", "minutes": 30})  # no time to get there
    assert busy.take("berit", {"on": TODAY, "at": "09:15", "minutes": 30})
    assert busy.take("jonas", morning)
    assert not busy.take("berit", {"on": TODAY, "at": "12:00", "minutes": 520})  # the day gets too long


@pytest.mark.parametrize("name", ["malvik", "fjordheim"])
def test_no_note_of_the_story_would_be_stopped_by_the_screen(name: str):
    notes = [work["note"] for work in activities(story(name)) if "note" in work]

    assert [note for note in notes if not screen(note).clean] == []


def test_the_two_sides_and_the_contacts_can_sign_in(demo: Demo):
    found = [(name, title) for name, title, _ in sign_ins(demo["malvik"])]

    assert found == [
        ("Berit Solhaug", "politikontakt"),
        ("Jonas Eidem", "politikontakt"),
        ("Knut Bratland", "lensmann"),
        ("Ingvill Storås", "politimester"),
        ("Siri Lønnum", "SLT-koordinator"),
        ("Olav Kjelstad", "rådmann"),
        ("Hilde Farstad", "ordfører"),
        ("Tarald Hopstad", "kommunalsjef for oppvekst"),
    ]


def test_every_school_year_s_calendar_was_read_in_as_one(in_demo_malvik: Municipality):
    read_in = AuditRow.objects.filter(action="directory.store_school_calendars").order_by("number")

    days = [timezone.localtime(each.at, OSLO).date().isoformat() for each in read_in]
    assert days == ["2016-09-26", "2017-03-01", "2018-02-28"]
    assert not AuditRow.objects.filter(action="directory.close_days").exists()


def test_the_manual_names_everybody_one_can_be(demo: Demo):
    manual = (AGREEMENTS.parent / "docs" / "use" / "demo.md").read_text(encoding="utf-8")

    assert [name for name, _, _ in sign_ins(demo["malvik"]) if f"| {name}, " not in manual] == []


@pytest.mark.usefixtures("demo")
def test_the_command_prints_addresses_and_sign_ins(capsys: pytest.CaptureFixture[str]):
    status = main(["demo", "--port", "8123"])

    printed = capsys.readouterr().out.splitlines()
    assert status == 0
    assert printed[0] == "Politikontakt's demo: http://localhost:8123/"
    assert "Malvik: http://localhost:8123/malvik/" in printed
    assert "  Jonas Eidem          politikontakt                jonas.eidem@politi.example" in printed


@pytest.mark.usefixtures("demo")
def test_the_demo_is_never_built_beside_a_real_municipality(capsys: pytest.CaptureFixture[str]):
    Municipality.objects.create(slug="ekte", number="5031", name="Ekte")

    with pytest.raises(SystemExit) as stopped:
        main(["demo"])

    assert stopped.value.code == 2
    assert "municipalities that are no demo" in capsys.readouterr().err
