"""A contact's day on the phone: 390 × 844, by touch, with coverage and without, with scripts and without."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.journeys.looking import PHONE, looks_right, picture

HOME = "/malvik/felt/"
PUPILS, HEAD, DRUGS = (
    "label:has(input[value=pupils])",
    "label:has(input[value=head_teacher])",
    "label:has(input[value=drugs])",
)
SAVE = "#log button[type=submit]"
PAGES = {"today": HOME, "log": f"{HOME}logg/", "more": f"{HOME}mer/", "again": f"{HOME}kalt-ut/"}


class Telephone:
    """A phone in a hand: it counts the taps, loses coverage, and finds it again."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.page, self.taps = context, context.new_page(), 0

    def sign_in(self, name: str = "Berit Solhaug") -> None:
        """Be a person of the demo, and wait until the app is on the phone."""
        self.page.goto(f"/inn/?next={HOME}")
        self.page.locator("li", has_text=name).get_by_role("button").tap()
        self.page.wait_for_url(f"**{HOME}")
        self.on_the_phone()

    def on_the_phone(self) -> None:
        """Wait until the worker has kept the pages, and the pack of the days is there."""
        wait(self.page, "navigator.serviceWorker.ready.then(() => true)")
        wait(self.page, "caches.keys().then((names) => names.length > 0)")
        wait(self.page, f"{KEPT}('pack').then(Boolean)")

    def open(self, address: str = HOME) -> None:
        """Open a page of the app."""
        self.page.goto(address)

    def tap(self, what: str) -> None:
        """Tap the first of what is there."""
        self.taps += 1
        self.page.locator(what).first.tap()

    def lose_coverage(self) -> None:
        """Into the tunnel."""
        self.context.set_offline(True)

    def find_coverage(self) -> None:
        """Out of the tunnel."""
        self.context.set_offline(False)

    def items(self) -> list[dict[str, object]]:
        """What the phone keeps."""
        return self.page.evaluate(f"{ITEMS}()")  # type: ignore[no-any-return]

    def fates(self) -> list[object]:
        """The fate of each item, in the order they were begun."""
        return [each["fate"] for each in self.items()]

    def wait_for_fates(self, *fates: str) -> None:
        """Wait until the items have these fates."""
        wait(self.page, f"{ITEMS}().then((all) => JSON.stringify(all.map((each) => each.fate)) === '{_json(fates)}')")


OPEN = """(store, read) => new Promise((done, fail) => {
  const asked = indexedDB.open("politikontakt-malvik");
  asked.onerror = () => fail(asked.error);
  asked.onsuccess = () => {
    const base = asked.result;
    if (!base.objectStoreNames.contains(store)) { base.close(); done(null); return; }
    const got = read(base.transaction(store).objectStore(store));
    got.onsuccess = () => { base.close(); done(got.result); };
  };
})"""
ITEMS = f"(() => ({OPEN})('items', (store) => store.getAll()))"
KEPT = f"((name) => ({OPEN})('kept', (store) => store.get(name)))"


def _json(fates: tuple[str, ...]) -> str:
    return "[" + ",".join(f'"{each}"' for each in fates) + "]"


def wait(page: Page, truth: str, seconds: int = 20) -> None:
    """Wait until a promise in the page is true. The page's own rules forbid the usual way of waiting."""
    for _ in range(seconds * 5):
        with suppress(Error):  # the page may just be loading
            if page.evaluate(truth):
                return
        page.wait_for_timeout(200)
    raise AssertionError(f"never true: {truth}")


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
    telephone.page.wait_for_url(f"**{HOME}")

    assert telephone.taps <= 6
    telephone.wait_for_fates("waiting")
    expect(telephone.page.locator("#outbox li[data-fate=waiting]")).to_have_count(1)
    picture(telephone.page, "field-outbox", whole=True)
    telephone.page.reload()
    telephone.find_coverage()
    telephone.wait_for_fates("sent")
    expect(telephone.page.locator("#here")).to_have_text("Malvik Senter")


def test_every_page_of_the_phone_can_be_used_by_everybody_in_light_and_dark(browser, server):
    for scheme in ("light", "dark"):
        for telephone in _telephone(browser, server, color_scheme=scheme):
            telephone.sign_in()
            for name, address in {
                "today": HOME,
                "log": f"{HOME}logg/",
                "more": f"{HOME}mer/",
                "again": f"{HOME}kalt-ut/",
            }.items():
                telephone.open(address)
                telephone.page.wait_for_load_state("networkidle")
                looks_right(telephone.page)
                picture(telephone.page, f"field-{name}-{scheme}")
