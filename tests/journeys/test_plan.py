"""The year is planned, a visit is moved into a breach by keyboard, a day is lost, and the plan is mended."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.looking import looks_right, picture

PLAN = "/malvik/arbeid/plan/"
READY = 60_000
"""Milliseconds: the planner is a process of its own, and the machine may be busy."""


def wait_for_proposal(desk: Page) -> None:
    """Until the run has ended; the page watches it by itself."""
    expect(desk.locator("#watched")).to_have_count(0, timeout=READY)


def test_the_year_is_planned_moved_lost_and_mended(desk: Page, sign_in: SignIn):
    sign_in(desk, "Jonas Eidem", then=PLAN)
    looks_right(desk)
    picture(desk, "plan")

    desk.goto(f"{PLAN}ny/")
    desk.locator("#id_seconds").select_option("10")
    desk.locator("form.pk-form button[type=submit]").click()
    wait_for_proposal(desk)
    looks_right(desk)
    picture(desk, "plan-proposal")
    desk.locator('button[name="all"]').click()
    expect(desk).to_have_url(re.compile("/plan/$"))

    # the next visit at Vikhammer is to lie on a Sunday: tried by keyboard alone
    desk.locator('a[href*="/flytt/"]', has_text="Vikhammer ungdomsskole").first.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_load_state()
    desk.fill("#id_day", "2018-03-25")
    desk.locator('button[name="try"]').focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#answer li")).not_to_have_count(0)
    looks_right(desk)
    picture(desk, "plan-breach")

    desk.goto(f"{PLAN}tapt/")
    desk.locator("#id_person").select_option(label="Jonas Eidem")
    desk.fill("#id_first", "2018-03-20")
    desk.fill("#id_last", "2018-03-20")
    desk.locator("form.pk-form button[type=submit]").click()
    wait_for_proposal(desk)
    assert desk.locator(".pk-move del").count() >= 1
    looks_right(desk)
    picture(desk, "plan-mended")
    expect(desk.locator(".pk-notices input[type=email]").first).to_have_value("rektor.vikhammer@example.no")
    desk.locator('button[name="all"]').click()
    expect(desk).to_have_url(re.compile("/plan/$"))

    desk.goto("/malvik/arbeid/avtalen/punkt/P12/?commitment=P12b&subject=vikhammer-us")
    assert desk.locator('.pk-verdict [data-st="on_track"]').count() == 1
