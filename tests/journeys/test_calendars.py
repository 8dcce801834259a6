"""A school calendar is looked at and stored, days are ticked by keyboard, and a calendar is subscribed to."""

import re
from datetime import date, timedelta

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.looking import looks_right, picture

CALENDARS = "/malvik/arbeid/skolerute/"


def table() -> bytes:
    """Two schools' August 2018, one of them with a name of its own; pupils come from the 20th."""
    days = [date(2018, 8, 1) + timedelta(days=number) for number in range(45)]
    rows = [
        f"{day:%d.%m.%Y};{school};{'Ja' if day >= first else 'Nei'};{'' if day >= first else 'Sommerferie'}"
        for school, first in (
            ("Hommelvik ungdomsskole", date(2018, 8, 20)),
            ("Vikhamar ungdomsskole", date(2018, 8, 22)),
        )
        for day in days
    ]
    return "\n".join(["dato;skole;elevdag;kommentar", *rows]).encode()


def test_a_school_calendar_is_looked_at_and_stored(desk: Page, sign_in: SignIn):
    sign_in(desk, "Jonas Eidem", then=CALENDARS)
    looks_right(desk)
    picture(desk, "school-days")

    desk.set_input_files("#id_calendar", {"name": "skolerute.csv", "mimeType": "text/csv", "buffer": table()})
    desk.locator("form[enctype] button[type=submit]").click()
    expect(desk.locator("#school-1")).to_have_value("vikhammer-us")
    looks_right(desk)
    picture(desk, "school-days-look")
    desk.locator('button[name="store"]').click()
    expect(desk).to_have_url(re.compile("/skolerute/$"))
    expect(desk.locator("#versions ~ ul li").first).to_contain_text("skolerute.csv")


def test_days_are_ticked_by_keyboard(desk: Page, sign_in: SignIn):
    sign_in(desk, "Jonas Eidem", then=f"{CALENDARS}uker/?school=hommelvik-us&year=2017")
    desk.fill("#id_reason", "Planleggingsdag")
    desk.locator('input[value="2018-05-02"]').focus()
    desk.keyboard.press("Space")
    looks_right(desk)
    picture(desk, "school-days-grid", whole=False)

    desk.keyboard.press("Enter")
    desk.locator('button[name="store"]').focus()
    desk.keyboard.press("Enter")

    expect(desk).to_have_url(re.compile("/skolerute/$"))
    desk.goto(f"{CALENDARS}uker/?school=hommelvik-us&year=2017")
    expect(desk.locator('input[value="2018-05-02"]')).to_be_checked()


def test_the_own_plan_is_subscribed_to(desk: Page, sign_in: SignIn):
    sign_in(desk, "Jonas Eidem", then="/malvik/arbeid/abonnement/")
    desk.locator('form[action$="/egen/ny/"] button').click()
    address = desk.locator("#own-address").input_value()
    looks_right(desk)
    picture(desk, "plan-subscribe", whole=False)

    answer = desk.request.get(address)

    assert answer.status == 200
    assert len(list(Calendar.from_ical(answer.body()).walk("VEVENT"))) > 0
