"""Days without school on the desk: a file or the grid, a look first, then a yes."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.directory.queries import closed_days
from politikontakt.modules.directory.services import close_days
from tests import factories

CALENDARS = "/malvik/arbeid/skolerute/"
TABLE = """dato;skole;elevdag;laererdag;sfodag;kommentar
16.02.2018;Hommelvik ungdomsskole;Ja;Ja;Ja;
19.02.2018;Hommelvik ungdomsskole;Nei;Nei;Ja;Vinterferie
20.02.2018;Hommelvik ungdomsskole;Nei;Nei;Ja;Vinterferie
16.02.2018;Vikhamar ungdomsskole;Ja;Ja;Ja;
19.02.2018;Vikhamar ungdomsskole;Nei;Ja;Ja;Planleggingsdag
"""
ICAL = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:test
BEGIN:VEVENT
UID:1
SUMMARY:Vinterferie
DTSTART;VALUE=DATE:20180219
DTEND;VALUE=DATE:20180224
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Aktivitetsdag
DTSTART;VALUE=DATE:20180315
DTEND;VALUE=DATE:20180316
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def client(malvik, berit, signed_in):
    """Berit at her desk on 15 March 2018."""
    malvik.demo, malvik.demo_day = True, factories.TODAY
    malvik.save()
    return signed_in(berit)


def upload(client, text: str, name: str = "skolerute.csv"):
    return client.post(f"{CALENDARS}fil/", {"calendar": SimpleUploadedFile(name, text.encode())})


def hidden(page) -> dict[str, str]:
    """What the preview's form carries by itself."""
    found = re.findall(r'<input type="hidden" name="([a-z_0-9]+)" value="([^"]*)"', page.content.decode())
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def confirm(client, page, **said):
    return client.post(f"{CALENDARS}lagre/", {**hidden(page), "store": "1", **said})


def held(malvik) -> list[tuple[str, date, date, str]]:
    with within(malvik):
        return [(row.place.ref if row.place else "", row.first, row.last, row.reason) for row in closed_days()]


HOMMELVIK = ("hommelvik-us", date(2018, 2, 19), date(2018, 2, 20), "Vinterferie")
VIKHAMMER = ("vikhammer-us", date(2018, 2, 19), date(2018, 2, 19), "Planleggingsdag")


def test_a_file_is_looked_at_and_stored_only_after_a_yes(client, malvik):
    page = upload(client, TABLE)

    assert [(row.name, row.choice, row.sure) for row in page.context["look"].rows] == [
        ("Hommelvik ungdomsskole", "hommelvik-us", True),
        ("Vikhamar ungdomsskole", "vikhammer-us", False),
    ]
    assert held(malvik) == []
    stored = confirm(client, page, school_0="hommelvik-us", school_1="vikhammer-us")
    assert (stored.status_code, held(malvik)) == (302, [HOMMELVIK, VIKHAMMER])


def test_a_button_pressed_twice_stores_once(client, malvik):
    page = upload(client, TABLE)

    answers = [confirm(client, page, school_0="hommelvik-us", school_1="vikhammer-us") for _ in range(2)]

    assert ([each.status_code for each in answers], len(held(malvik))) == ([302, 302], 2)


def test_another_choice_is_shown_before_it_is_stored(client, malvik):
    page = upload(client, TABLE)

    other = confirm(client, page, school_0="vikhammer-us", school_1="")

    assert (other.status_code, held(malvik)) == (422, [])
    confirm(client, other, school_0="vikhammer-us", school_1="")
    assert held(malvik) == [("vikhammer-us", *HOMMELVIK[1:])]


def test_two_calendars_are_never_of_one_school(client, malvik):
    page = upload(client, TABLE)

    answer = confirm(client, page, school_0="vikhammer-us", school_1="vikhammer-us")

    assert answer.context["look"].twice == ["Vikhammer ungdomsskole"]
    assert held(malvik) == []


def test_what_somebody_else_stored_meanwhile_is_shown_first(client, malvik):
    page = upload(client, TABLE)
    with within(malvik):
        close_days(
            key=factories.key(),
            first=HOMMELVIK[1],
            last=HOMMELVIK[1],
            by=SYSTEM,
            place=factories.place("hommelvik-us"),
        )

    answer = confirm(client, page, school_0="hommelvik-us", school_1="vikhammer-us")

    assert (answer.status_code, len(held(malvik))) == (422, 1)


def test_a_reading_that_was_tampered_with_stores_nothing(client, malvik):
    page = upload(client, TABLE)

    answer = confirm(client, page, reading="x" + hidden(page)["reading"], school_0="hommelvik-us")

    assert (answer.status_code, answer["Location"], held(malvik)) == (302, CALENDARS, [])


def test_a_file_with_faults_names_every_one_by_line(client, malvik):
    page = upload(client, TABLE.replace("19.02.2018", "31.02.2018"))

    assert (page.status_code, [each.line for each in page.context["faults"]]) == (422, [3, 6])


def test_the_events_of_an_ical_file_are_chosen(client, malvik):
    page = upload(client, ICAL, "skole.ics")

    assert [(event.summary, chosen) for _, event, chosen in page.context["look"].events] == [
        ("Vinterferie", True),
        ("Aktivitetsdag", False),
    ]
    both = client.post(f"{CALENDARS}lagre/", {**hidden(page), "event": ["0", "1"], "school_0": "hommelvik-us"})
    confirm(client, both, event=["0", "1"], school_0="hommelvik-us")
    assert held(malvik) == [
        ("hommelvik-us", date(2018, 2, 19), date(2018, 2, 23), "Vinterferie"),
        ("hommelvik-us", date(2018, 3, 15), date(2018, 3, 15), "Aktivitetsdag"),
    ]


def test_days_are_ticked_for_every_school(client, malvik):
    page = client.post(f"{CALENDARS}uker/?school=&year=2017", {"day": ["2018-02-19", "2018-02-20"], "reason": "Ferie"})
    confirm(client, page)

    assert held(malvik) == [("", date(2018, 2, 19), date(2018, 2, 20), "Ferie")]


def test_unticked_days_are_removed_and_those_left_keep_their_reason(client, malvik):
    first = client.post(
        f"{CALENDARS}uker/?school=hommelvik-us&year=2017", {"day": ["2018-02-19", "2018-02-20"], "reason": "Ferie"}
    )
    confirm(client, first)

    page = client.post(
        f"{CALENDARS}uker/?school=hommelvik-us&year=2017", {"day": ["2018-02-20", "x"], "reason": "Plan"}
    )
    confirm(client, page)

    assert held(malvik) == [("hommelvik-us", date(2018, 2, 20), date(2018, 2, 20), "Ferie")]


def test_the_grid_shows_what_every_school_has_without_a_box(client, malvik):
    with within(malvik):
        close_days(key=factories.key(), first=date(2018, 2, 19), last=date(2018, 2, 23), by=SYSTEM)

    page = client.get(f"{CALENDARS}uker/?school=hommelvik-us&year=2017").content.decode()

    assert 'value="2018-02-19"' not in page
    assert 'value="2018-02-26"' in page


@pytest.mark.parametrize("asked", ["?year=1850", "?year=x&school=y", "?school=stranger"])
def test_a_grid_of_nothing_known_is_this_years_of_every_school(client, asked):
    page = client.get(f"{CALENDARS}uker/{asked}")

    assert (page.status_code, page.context["days"].first, page.context["place"]) == (200, date(2017, 8, 1), None)


def test_the_page_says_how_many_days_each_school_has_and_who_changed_them(client, malvik):
    confirm(client, upload(client, TABLE), school_0="hommelvik-us", school_1="vikhammer-us")

    page = client.get(CALENDARS)

    assert [(line.ref, line.closed) for line in page.context["overview"].lines] == [
        ("", 0),
        ("hommelvik-us", 2),
        ("vikhammer-us", 1),
    ]
    assert [(each.by, each.source, each.file) for each in page.context["versions"]] == [
        ("Berit Haugen", "table", "skolerute.csv")
    ]


def test_the_page_asks_as_much_for_one_change_as_for_ten(client, malvik, django_assert_max_num_queries):
    for number in (1, 10):
        with within(malvik):
            for day in range(number):
                close_days(key=factories.key(), first=date(2018, 3, 1 + day), last=date(2018, 3, 1 + day), by=SYSTEM)
        with django_assert_max_num_queries(10):
            client.get(CALENDARS)


def test_a_larger_file_than_any_calendar_is_refused(client, settings):
    page = upload(client, "x" * (10 * 1024 * 1024 + 1))

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["calendar"])


WHO = TABLE.replace("Vinterferie", "Ring 915 00 123")
CHOICES = {"school_0": "hommelvik-us", "school_1": "vikhammer-us"}


def test_a_reason_in_a_file_that_may_tell_who_is_asked_about_before_it_is_stored(client, malvik):
    page = upload(client, WHO)
    asked = page.context["asked"]

    unanswered = confirm(client, page, **CHOICES)
    before = held(malvik)
    confirm(client, unanswered, **CHOICES, **{asked.name: asked.value})

    assert (asked.pieces, before) == (("915 00 123",), [])
    assert [row[3] for row in held(malvik)] == ["Ring 915 00 123", "Planleggingsdag"]
    assert confirmations(malvik) == [["phone"]]


def test_a_reason_confirmed_in_the_grid_is_not_asked_about_again(client, malvik):
    grid, said = f"{CALENDARS}uker/?school=hommelvik-us&year=2017", {"day": "2018-03-12", "reason": "Ring 915 00 123"}
    question = client.post(grid, said).context["form"].questions["reason"]

    page = client.post(grid, {**said, question.name: question.value})
    confirm(client, page)

    assert page.context["asked"] is None
    assert [row[3] for row in held(malvik)] == ["Ring 915 00 123"]
    assert confirmations(malvik) == [["phone"]]


def confirmations(malvik) -> list[list[str]]:
    with within(malvik):
        outcomes = AuditRow.objects.values_list("outcome", flat=True)
        return [each["about_nobody"] for each in outcomes if "about_nobody" in each]
