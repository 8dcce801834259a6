"""A contact's day on the phone: 390 × 844, by touch, with coverage and without, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.looking import PHONE, looks_right, picture
from tests.journeys.telephone import HOME, ITEMS, KEPT, SAVE, Telephone, at_home, wait

PUPILS, HEAD, DRUGS = (
    "label:has(input[value=pupils])",
    "label:has(input[value=head_teacher])",
    "label:has(input[value=drugs])",
)
PAGES = (HOME, f"{HOME}?place=vikhammer-us", f"{HOME}logg/", f"{HOME}mer/", f"{HOME}kalt-ut/", f"{HOME}uten-dekning/")


@pytest.fixture
def telephone(browser: Browser, server: str) -> Iterator[Telephone]:
    """Berit's phone."""
    yield from _telephone(browser, server)


@pytest.fixture
def other_telephone(browser: Browser, server: str) -> Iterator[Telephone]:
    """Jonas's phone."""
    yield from _telephone(browser, server)


def _telephone(browser: Browser, server: str, **how: object) -> Iterator[Telephone]:
    context = browser.new_context(
        base_url=server,
        viewport=PHONE,
        device_scale_factor=2,
        locale="nb-NO",
        has_touch=True,
        is_mobile=True,
        **how,  # type: ignore[arg-type]
    )
    errors: list[str] = []
    telephone = Telephone(context)
    telephone.page.on("pageerror", lambda error: errors.append(str(error)))
    yield telephone
    context.close()
    assert errors == []


def test_a_planned_visit_is_logged_without_coverage_in_at_most_six_taps_and_sent_with_it(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open()
    expect(telephone.page.locator("#here")).to_have_text("Hommelvik ungdomsskole")
    expect(telephone.page.locator("#coverage")).to_be_visible()
    picture(telephone.page, "field-today-offline", whole=False)

    telephone.tap("#log-here")
    telephone.tap(HEAD)
    telephone.tap(DRUGS)
    picture(telephone.page, "field-log", whole=False)
    telephone.tap(SAVE)
    telephone.page.wait_for_url(at_home)

    assert telephone.taps <= 6
    telephone.wait_for_fates("waiting")
    expect(telephone.page.locator("#outbox li[data-fate=waiting]")).to_have_count(1)
    telephone.page.locator("#outbox").evaluate("(box) => box.scrollIntoView({ block: 'center' })")
    picture(telephone.page, "field-outbox", whole=False)
    telephone.page.reload()
    telephone.find_coverage()
    telephone.wait_for_fates("sent")
    expect(telephone.page.locator("#here")).to_have_text("Malvik Senter")


def test_every_page_of_the_phone_can_be_used_by_everybody_in_light_and_dark(browser, server):
    for scheme in ("light", "dark"):
        for telephone in _telephone(browser, server, color_scheme=scheme):
            telephone.sign_in()
            for address in PAGES:
                telephone.open(address)
                telephone.page.wait_for_load_state("networkidle")
                looks_right(telephone.page)


def test_for_ten_seconds_what_was_saved_can_be_undone_and_is_a_draft_again(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    log_at(telephone, "vikhammer-us")
    expect(telephone.page.locator("#undo")).to_be_visible()

    telephone.tap("#undo button")

    telephone.wait_for_fates("draft")
    telephone.tap("#outbox li[data-fate=draft] a")
    expect(telephone.page.locator("#page")).to_have_text("Vikhammer ungdomsskole")


def test_the_offer_to_undo_goes_away_and_what_was_sent_is_taken_back(telephone):
    telephone.sign_in()
    log_at(telephone, "vikhammer-us")
    telephone.wait_for_fates("sent")

    telephone.tap("#undo button")

    wait(
        telephone.page,
        f"{ITEMS}().then((all) => all.length === 2 && all[1].do === 'take_back' && all[1].fate === 'sent')",
    )
    expect(telephone.page.locator("#undo button")).to_have_count(0)
    telephone.open()
    expect(telephone.page.locator("#undo")).to_have_count(0)


def test_several_drafts_are_kept_and_deleted_one_by_one(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    for minutes in (15, 90):
        telephone.open(f"{HOME}logg/")
        telephone.tap(f"label:has(input[name=minutes][value='{minutes}'])")
        wait(telephone.page, f"{ITEMS}().then((all) => all.some((each) => each.body.minutes === {minutes}))")
    telephone.open()
    expect(telephone.page.locator("#outbox li[data-fate=draft]")).to_have_count(2)

    telephone.tap("#outbox li:last-child [data-does] button")

    expect(telephone.page.locator("#outbox li[data-fate=draft]")).to_have_count(1)
    assert [each["body"]["minutes"] for each in telephone.items()] == [90]


def test_what_a_thumb_quicker_than_the_script_chose_stays_and_is_kept_as_a_draft(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open()
    here = telephone.page.locator("#here").inner_text()
    telephone.page.add_init_script(QUICK_THUMB)

    telephone.tap("#log-here")

    expect(telephone.page.locator("#page")).to_have_text(here)
    telephone.wait_for_fates("draft")
    expect(telephone.page.locator("input[value=head_teacher]")).to_be_checked()
    assert telephone.items()[0]["body"]["audience"] == ["head_teacher"]


def test_a_sheet_that_was_only_looked_at_is_no_draft(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open()
    planned = telephone.page.locator("#log-here").get_attribute("href")
    for address in (planned, f"{HOME}logg/", f"{HOME}logg/?place=vikhammer-us"):
        telephone.open(address)
        telephone.page.wait_for_timeout(700)
        telephone.open()
        telephone.page.go_back()
        telephone.page.wait_for_timeout(700)

    assert telephone.items() == []


def test_signed_out_it_asks_and_sends_once_one_is_in_again(telephone):
    telephone.sign_in()
    telephone.context.clear_cookies()
    log_at(telephone, "vikhammer-us")
    expect(telephone.page.locator("#coverage a")).to_be_visible()
    telephone.wait_for_fates("waiting")

    telephone.tap("#coverage a")
    telephone.page.locator("li", has_text="Berit Solhaug").get_by_role("button").tap()

    telephone.page.wait_for_url(at_home)
    telephone.wait_for_fates("sent")


def test_what_one_wrote_waits_while_another_uses_the_phone(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    log_at(telephone, "vikhammer-us")
    telephone.wait_for_fates("waiting")
    telephone.context.clear_cookies()
    telephone.find_coverage()

    telephone.sign_in("Jonas Eidem")
    telephone.page.wait_for_timeout(1500)

    assert telephone.fates() == ["waiting"]
    expect(telephone.page.locator("#outbox li[data-fate=waiting] [data-says]")).not_to_be_empty()
    telephone.context.clear_cookies()
    telephone.sign_in("Berit Solhaug")
    telephone.wait_for_fates("sent")


def test_two_tabs_with_one_draft_are_a_conflict_that_nobody_loses(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open(f"{HOME}logg/")
    telephone.page.locator("#id_place").select_option("vikhammer-us")
    expect(telephone.page.locator("#page")).to_have_text("Vikhammer ungdomsskole")
    telephone.page.locator("#id_place").dispatch_event("input")  # now that the sheet surely listens
    wait(telephone.page, f"{ITEMS}().then((all) => all.length === 1)")
    draft = telephone.items()[0]["id"]
    other = telephone.context.new_page()
    for page, minutes in ((telephone.page, 15), (other, 90)):
        page.goto(f"{HOME}logg/?item={draft}")
        page.locator(f"label:has(input[name=minutes][value='{minutes}'])").tap()
    for page in (telephone.page, other):
        page.locator(SAVE).tap()
        page.wait_for_url(at_home)
    telephone.wait_for_fates("waiting", "waiting")
    other.close()

    telephone.find_coverage()

    telephone.wait_for_fates("sent", "needs")
    mine, theirs = (each["body"]["minutes"] for each in reversed(telephone.items()))
    line = telephone.page.locator("#outbox li[data-fate=needs] [data-both]")
    expect(line).to_contain_text(f"{mine} min")
    expect(line).to_contain_text(f"{theirs} min")
    line.evaluate("(line) => line.scrollIntoView({ block: 'center' })")
    picture(telephone.page, "field-conflict", whole=False)
    telephone.tap("#outbox li[data-fate=needs] [data-does] button")
    telephone.wait_for_fates("sent", "sent")


def test_a_full_phone_says_so_before_it_happens(telephone):
    telephone.context.add_init_script(
        "navigator.storage.estimate = async () => ({ usage: 99_000_000, quota: 100_000_000 })"
    )
    telephone.sign_in()

    expect(telephone.page.locator("[data-says=little_room]")).to_be_visible()
    telephone.open(f"{HOME}logg/")
    expect(telephone.page.locator("#says .ds-alert")).to_be_visible()


def test_when_the_phone_can_keep_nothing_the_sheet_stays_as_it_is(telephone):
    telephone.sign_in()
    telephone.open(f"{HOME}logg/")
    telephone.page.evaluate(
        """() => {
          const full = () => { throw new DOMException("full", "QuotaExceededError"); };
          Object.assign(IDBObjectStore.prototype, { put: full, add: full });
        }"""
    )
    telephone.page.locator("#id_note").fill("9. trinn")

    telephone.tap(SAVE)

    expect(telephone.page.locator("#says .ds-alert")).to_be_visible()
    assert telephone.page.locator("#id_note").input_value() == "9. trinn"


def test_a_national_identity_number_never_leaves_the_sheet(telephone):
    telephone.sign_in()
    telephone.open(f"{HOME}logg/")
    telephone.page.locator("#id_place").select_option("vikhammer-us")
    telephone.page.locator("#id_note").fill("Gutten er 15.10.86 95088")
    expect(telephone.page.locator("#guard [data-kind=national_id]")).to_be_visible()

    telephone.tap(SAVE)
    telephone.page.wait_for_timeout(600)

    assert not any("95088" in str(each) for each in telephone.items())
    telephone.tap("#guard button")
    telephone.tap(SAVE)
    telephone.wait_for_fates("sent")


def test_a_name_with_an_age_is_written_anew_or_confirmed(telephone):
    telephone.sign_in()
    telephone.open(f"{HOME}logg/")
    telephone.page.locator("#id_place").select_option("vikhammer-us")
    telephone.page.locator("#id_note").fill("Kristian (15) spurte om deling av bilder.")
    expect(telephone.page.locator("#guard [data-kind=name_age]")).to_be_visible()
    telephone.tap(SAVE)
    expect(telephone.page.locator("#guard button").first).to_be_focused()
    telephone.wait_for_fates("draft")
    looks_right(telephone.page)

    telephone.tap("#guard button")

    assert telephone.page.locator("#id_note").input_value() == "En elev spurte om deling av bilder."
    telephone.page.locator("#id_note").fill("Kristian (15) er en bok.")
    telephone.tap("#guard button >> nth=1")
    telephone.tap(SAVE)
    telephone.wait_for_fates("sent")


def test_a_name_on_the_operators_list_is_asked_about_before_it_leaves_the_phone(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open(f"{HOME}logg/?place=vikhammer-us")
    telephone.page.locator("#id_note").fill("9. trinn. Kristian spurte om deling av bilder.")
    expect(telephone.page.locator("#guard [data-kind=listed_name]")).to_be_visible()
    telephone.page.locator("#guard").scroll_into_view_if_needed()
    picture(telephone.page, "field-guard-listed", whole=False)

    telephone.tap("#guard button")

    assert telephone.page.locator("#id_note").input_value() == "9. trinn. En elev spurte om deling av bilder."
    expect(telephone.page.locator("#guard")).to_be_hidden()


def test_another_place_is_a_tap_away_without_coverage_and_the_log_goes_there(telephone):
    telephone.sign_in()
    wait(telephone.page, f"{KEPT}('cards').then(Boolean)")
    telephone.lose_coverage()
    telephone.open()
    telephone.tap("#elsewhere > summary")
    telephone.tap(".pk-others > summary")
    expect(telephone.page.locator("#elsewhere a").first).to_be_visible()
    picture(telephone.page, "field-elsewhere", whole=False)

    telephone.tap("#elsewhere a[href='?place=vikhammer-us']")

    expect(telephone.page.locator("#here")).to_have_text("Vikhammer ungdomsskole")
    telephone.tap("#log-here")
    expect(telephone.page.locator("#page")).to_have_text("Vikhammer ungdomsskole")
    expect(telephone.page.locator("#id_place")).to_be_hidden()  # folded: the place is known
    telephone.tap(PUPILS)
    telephone.tap(SAVE)
    telephone.wait_for_fates("waiting")
    assert telephone.items()[0]["body"]["place"] == "vikhammer-us"


def test_with_coverage_the_chosen_place_stays_when_the_page_is_made_fresh(telephone):
    telephone.sign_in()
    telephone.open(f"{HOME}?place=vikhammer-us")
    telephone.page.wait_for_timeout(1500)

    expect(telephone.page.locator("#here")).to_have_text("Vikhammer ungdomsskole")
    telephone.open()
    expect(telephone.page.locator("#here")).not_to_have_text("Vikhammer ungdomsskole")


def test_an_outbox_of_hundreds_shows_twenty_and_the_rest_when_asked(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.page.evaluate(MANY)
    telephone.open()
    expect(telephone.page.locator("#outbox li")).to_have_count(20)
    looks_right(telephone.page)

    telephone.tap("#outbox > button")

    expect(telephone.page.locator("#outbox li")).to_have_count(300)


def test_signing_out_leaves_what_waits_and_takes_days_notes_and_names_from_the_phone(telephone):
    telephone.sign_in()
    wait(telephone.page, f"{KEPT}('cards').then(Boolean)")
    telephone.lose_coverage()
    log_at(telephone, "vikhammer-us")
    telephone.wait_for_fates("waiting")
    telephone.page.route("**/synk/", lambda route: route.abort())
    telephone.find_coverage()
    telephone.open(f"{HOME}mer/")
    expect(telephone.page.locator("#room")).to_contain_text("1")

    telephone.page.get_by_role("button", name="Logg ut").tap()

    telephone.page.wait_for_url(lambda address: "/felt/" not in address)
    assert [telephone.page.evaluate(f"{KEPT}('{name}')") for name in ("pack", "cards")] == [None, None]
    assert telephone.fates() == ["waiting"]


def test_a_visit_is_logged_by_keys_alone(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open()
    page = telephone.page
    page.locator("#log-here").focus()
    page.keyboard.press("Enter")
    page.locator("#about").wait_for()
    keys_to(page, "input[name=audience][value=pupils]", "Tab")
    page.keyboard.press("Space")
    keys_to(page, SAVE, "Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(at_home)

    keys_to(page, "#undo button", "Tab")
    page.keyboard.press("Enter")

    telephone.wait_for_fates("draft")


def keys_to(page: Page, what: str, key: str) -> None:
    """Press a key until something has the focus."""
    for _ in range(60):
        if page.evaluate("(what) => document.activeElement?.matches(what)", what):
            return
        page.keyboard.press(key)
    raise AssertionError(f"never reached by {key}: {what}")


def test_called_out_is_one_tap_without_coverage_and_one_tap_back(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    telephone.open()
    telephone.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    telephone.tap("#call-out button")
    expect(telephone.page.locator("#out")).to_be_visible()
    expect(telephone.page.locator("#out-since")).to_be_focused()
    expect(telephone.page.locator("#come-back > button")).to_be_in_viewport()
    expect(telephone.page.locator(".pk-hit:visible").first).to_be_visible()
    telephone.page.reload()
    expect(telephone.page.locator("#out")).to_be_visible()
    telephone.find_coverage()
    telephone.wait_for_fates("sent")
    expect(telephone.page.locator("#out a")).to_be_visible()
    telephone.page.evaluate("scrollTo(0, 0)")
    picture(telephone.page, "field-called-out", whole=False)

    telephone.tap("#come-back > button")

    telephone.wait_for_fates("sent", "sent")
    expect(telephone.page.locator("#out")).to_be_hidden()
    expect(telephone.page.locator("#call-out")).to_be_visible()


def test_what_the_call_hits_gets_other_days_after_a_look(telephone):
    telephone.sign_in()
    telephone.tap("#call-out button")
    telephone.tap("#out a")
    expect(telephone.page.locator("#page")).to_be_visible()
    looks_right(telephone.page)
    picture(telephone.page, "field-plan-again")

    telephone.tap("#moves button[type=submit]")

    telephone.page.wait_for_url(at_home)
    expect(telephone.page.locator(".pk-messages")).to_be_visible()
    telephone.tap("#never-out button")
    expect(telephone.page.locator("#out")).to_be_hidden()


def test_without_scripts_the_same_visit_is_logged_and_undone_by_plain_forms(browser, server):
    for telephone in _telephone(browser, server, java_script_enabled=False):
        page = telephone.page
        page.goto(f"/inn/?next={HOME}")
        page.locator("li", has_text="Jonas Eidem").get_by_role("button").tap()
        page.wait_for_url(at_home)
        page.goto(f"{HOME}logg/")
        page.locator("#id_place").select_option("vikhammer-us")
        telephone.tap(HEAD)
        telephone.tap(SAVE)
        expect(page.locator("#server-undo")).to_be_visible()
        expect(page.locator("section:has(#done) li")).to_have_count(1)

        telephone.tap("#server-undo button")

        expect(page.locator("section:has(#done)")).to_have_count(0)
        telephone.tap("#call-out button")
        expect(page.locator("#out")).to_be_visible()
        telephone.tap("#never-out button")
        expect(page.locator("#out")).to_be_hidden()


def log_at(telephone: Telephone, place: str) -> None:
    """Log a visit at a place, from scratch."""
    telephone.open(f"{HOME}logg/")
    telephone.page.locator("#id_place").select_option(place)
    telephone.tap(HEAD)
    telephone.tap(SAVE)
    telephone.page.wait_for_url(at_home)


def test_what_waits_is_mended_under_its_own_key_and_arrives_once(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    log_at(telephone, "vikhammer-us")
    telephone.wait_for_fates("waiting")
    key = telephone.items()[0]["key"]
    telephone.tap("#outbox li[data-fate=waiting] a")
    telephone.tap("label:has(input[name=minutes][value='90'])")
    telephone.tap(SAVE)
    telephone.page.wait_for_url(at_home)

    telephone.find_coverage()

    telephone.wait_for_fates("sent")
    assert [(each["key"], each["body"]["minutes"]) for each in telephone.items()] == [(key, 90)]


def test_what_the_server_refused_is_mended_and_sent(telephone):
    telephone.sign_in()
    telephone.lose_coverage()
    log_at(telephone, "vikhammer-us")
    telephone.wait_for_fates("waiting")
    telephone.page.evaluate(WITHOUT_PEOPLE)
    telephone.find_coverage()
    telephone.wait_for_fates("needs")
    expect(telephone.page.locator("#outbox li[data-fate=needs]")).to_have_count(1)

    telephone.tap("#outbox li[data-fate=needs] a")
    telephone.tap("label:has(input[name=people][value=berit])")
    telephone.tap(SAVE)

    telephone.wait_for_fates("sent")


QUICK_THUMB = """addEventListener("readystatechange", () => {
  if (document.readyState === "interactive") document.querySelector("input[value=head_teacher]")?.click();
}, { capture: true })"""
MANY = """new Promise((done) => {
  const asked = indexedDB.open("politikontakt-malvik");
  asked.onsuccess = () => {
    const write = asked.result.transaction("items", "readwrite");
    const { who } = JSON.parse(document.getElementById("field").textContent);
    const what = { place: "vikhammer-us", kind: "school_visit", happened_on: "2018-03-14", minutes: 45 };
    const body = { ...what, audience: [], themes: [] };
    for (let n = 0; n < 300; n += 1) {
      const key = crypto.randomUUID();
      const fate = n % 2 ? "draft" : "waiting";
      write.objectStore("items").add({ key, do: "log", body, who, fate, made_at: Date.now() });
    }
    write.oncomplete = () => { asked.result.close(); done(true); };
  };
})"""
WITHOUT_PEOPLE = """new Promise((done) => {
  const asked = indexedDB.open("politikontakt-malvik");
  asked.onsuccess = () => {
    const store = asked.result.transaction("items", "readwrite").objectStore("items");
    store.getAll().onsuccess = (event) => {
      const [one] = event.target.result;
      store.put({ ...one, body: { ...one.body, people: [] } }).onsuccess = () => { asked.result.close(); done(true); };
    };
  };
})"""
