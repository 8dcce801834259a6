"""The year is planned, a visit is moved into a breach by keyboard, a day is lost, and the plan is mended."""

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import SignIn
from tests.journeys.looking import PHONE, looks_right, picture

PLAN = "/malvik/arbeid/plan/"
MARCH = f"{PLAN}maaned/2018-03/"
READY = 60_000
"""Milliseconds: the planner is a process of its own, and the machine may be busy."""


def wait_for_proposal(desk: Page) -> None:
    """Until the run has ended; the page watches it by itself."""
    expect(desk.locator("#watched")).to_have_count(0, timeout=READY)


def press(desk: Page, place: Locator) -> None:
    """Use a link or a button by keyboard alone."""
    place.focus()
    desk.keyboard.press("Enter")


def follow(desk: Page, place: Locator) -> None:
    """Use what leads to another page, or to this one anew, and be there."""
    with desk.expect_navigation():
        press(desk, place)


def on(desk: Page, day: str) -> Locator:
    """A day of the month."""
    return desk.locator(f'[data-day="{day}"]')


def drag(desk: Page, row: Locator, to: Locator, *, drop: bool = True) -> None:
    """Take a row with the mouse to a day, slowly enough for the rules to answer."""
    row.scroll_into_view_if_needed()
    start, end = row.bounding_box(), to.bounding_box()
    assert start
    assert end
    desk.mouse.move(start["x"] + 30, start["y"] + 10)
    desk.mouse.down()
    desk.mouse.move(end["x"] + 40, end["y"] + 30, steps=5)
    expect(desk.locator("[data-fits]").first).to_be_attached()
    if drop:
        desk.mouse.up()


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
    desk.goto(MARCH)
    expect(desk.locator('.pk-chip[data-state="waiting"]').first).to_be_visible()
    desk.go_back()
    desk.locator('button[name="all"]').click()
    expect(desk).to_have_url(re.compile("/plan/$"))

    # the next visit at Vikhammer is to lie on a Sunday: by keyboard alone, and it stays where it is
    follow(desk, desk.locator('a[href*="/flytt/"]', has_text="Vikhammer ungdomsskole").first)
    lies = desk.locator(".pk-lead p").inner_text()
    desk.fill("#id_day", "2018-03-25")
    press(desk, desk.locator('button[name="try"]'))
    expect(desk.locator("#answer li")).not_to_have_count(0)
    looks_right(desk)
    picture(desk, "plan-breach")
    follow(desk, desk.get_by_role("button", name="Flytt", exact=True))
    expect(desk.locator("#answer li")).not_to_have_count(0)
    assert desk.locator(".pk-lead p").inner_text() == lies
    # … and then on one of the days that would do
    follow(desk, desk.locator("#fitting ~ ul a").first)
    press(desk, desk.get_by_role("button", name="Flytt", exact=True))
    expect(desk).to_have_url(re.compile("/plan/$"))

    desk.goto(f"{PLAN}tapt/")
    desk.locator("#id_person").select_option(label="Jonas Eidem")
    desk.fill("#id_first", "2018-03-15")
    desk.fill("#id_last", "2018-03-23")
    desk.locator("form.pk-form button[type=submit]").click()
    wait_for_proposal(desk)
    assert desk.locator(".pk-move del").count() >= 1
    looks_right(desk)
    picture(desk, "plan-mended")
    notices = desk.locator('.pk-notices input[type="email"]')
    addresses = [each.input_value() for each in notices.all()]
    assert "rektor.vikhammer@example.no" in addresses
    desk.locator('button[name="all"]').click()
    expect(desk).to_have_url(re.compile("/plan/$"))
    sent = re.search(r"(\d+) beskjed", desk.locator(".pk-messages").inner_text())
    assert sent
    assert int(sent[1]) >= len([each for each in addresses if each])

    desk.goto("/malvik/arbeid/avtalen/punkt/P12/?commitment=P12b&subject=vikhammer-us")
    assert desk.locator('.pk-verdict [data-st="on_track"]').count() == 1
    band = desk.locator(".pk-verdict").inner_text()
    assert re.search(r"3\s*av 8", band)
    assert re.search(r"[6-9] (planlagt|i planen)", band)


def test_a_row_is_dragged_into_a_breach_and_then_to_a_day_that_does(desk: Page, sign_in: SignIn):
    sign_in(desk, "Berit Solhaug", then=MARCH)
    looks_right(desk)
    row = on(desk, "2018-03-19").locator(".pk-chip[data-move]", has_text="Sveberg")
    saturday, monday = on(desk, "2018-03-24"), on(desk, "2018-03-19")

    drag(desk, row, saturday, drop=False)
    expect(desk.locator("#said")).to_contain_text("Det kan ikke ligge på den ukedagen.")
    picture(desk, "plan-drag")
    desk.mouse.up()

    expect(desk.locator("#said button", has_text="Flytt likevel")).to_be_visible()
    expect(monday).to_contain_text("Sveberg")
    looks_right(desk)

    # insisted on, and put back
    desk.locator("#said button", has_text="Flytt likevel").click()
    expect(saturday).to_contain_text("Sveberg")
    desk.locator("#said button", has_text="Angre").click()
    expect(monday).to_contain_text("Sveberg")
    expect(saturday).not_to_contain_text("Sveberg")


def test_a_drag_that_is_broken_off_moves_nothing(desk: Page, sign_in: SignIn):
    sign_in(desk, "Berit Solhaug", then=MARCH)
    row = desk.locator(".pk-chip[data-move]").first
    home = row.locator("xpath=ancestor::td").get_attribute("data-day")

    drag(desk, row, on(desk, "2018-03-23"), drop=False)
    desk.keyboard.press("Escape")
    desk.mouse.up()

    expect(desk.locator(".pk-ghost")).to_have_count(0)
    assert row.locator("xpath=ancestor::td").get_attribute("data-day") == home
    expect(desk).to_have_url(re.compile("/2018-03/$"))


def test_a_finger_scrolls_and_only_a_finger_that_rests_drags(browser: Browser, server: str, sign_in: SignIn):
    context = browser.new_context(
        base_url=server, viewport={"width": 1024, "height": 768}, has_touch=True, locale="nb-NO"
    )
    tablet = context.new_page()
    sign_in(tablet, "Berit Solhaug", then=MARCH)
    row = tablet.locator(".pk-chip[data-move]").first
    row.scroll_into_view_if_needed()
    box = row.bounding_box()
    assert box
    finger = context.new_cdp_session(tablet)

    def touch(kind: str, down: int = 0) -> None:
        points = [] if kind == "touchEnd" else [{"x": box["x"] + 30, "y": box["y"] + 10 + down}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart")
    touch("touchMove", down=30)
    assert tablet.locator(".pk-ghost").count() == 0
    touch("touchEnd")

    touch("touchStart")
    expect(tablet.locator(".pk-ghost")).to_have_count(1)
    touch("touchMove", down=40)
    tablet.keyboard.press("Escape")
    expect(tablet.locator(".pk-ghost")).to_have_count(0)
    touch("touchEnd")
    context.close()


def test_the_plan_works_without_script(browser: Browser, server: str, sign_in: SignIn):
    context = browser.new_context(base_url=server, viewport=PHONE, java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    sign_in(page, "Berit Solhaug", then=MARCH)
    page.locator(".pk-chip a", has_text="Sveberg").last.click()
    page.fill("#id_day", "2018-03-25")

    page.locator('button[name="try"]').click()
    expect(page.locator("#answer li")).not_to_have_count(0)

    page.goto(f"{PLAN}ny/")
    page.locator("#id_seconds").select_option("10")
    page.locator("form.pk-form button[type=submit]").click()
    expect(page.locator('meta[http-equiv="refresh"]')).to_have_count(1)
    page.locator("form button", has_text="Forkast").click()
    expect(page).to_have_url(re.compile("/plan/$"))
    context.close()
