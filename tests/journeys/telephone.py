"""A phone in a hand, for the journeys of the contact's pages."""

from contextlib import suppress
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page

HOME = "/malvik/felt/"
SAVE = "#log button[type=submit]"


class Telephone:
    """A phone in a hand: it counts the taps, loses coverage, and finds it again."""

    def __init__(self, context: BrowserContext) -> None:
        self.context, self.page, self.taps = context, context.new_page(), 0

    def sign_in(self, name: str = "Berit Solhaug") -> None:
        """Be a person of the demo, and wait until the app is on the phone."""
        self.page.goto(f"/inn/?next={HOME}")
        self.page.locator("li", has_text=name).get_by_role("button").tap()
        self.page.wait_for_url(at_home)
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
        """What the phone keeps. Asked again where the page was just leaving for another."""
        for _ in range(10):
            with suppress(Error):
                return self.page.evaluate(f"{ITEMS}()")  # type: ignore[no-any-return]
            self.page.wait_for_timeout(200)
        return self.page.evaluate(f"{ITEMS}()")  # type: ignore[no-any-return]

    def fates(self) -> list[object]:
        """The fate of each item, in the order they were begun."""
        return [each["fate"] for each in self.items()]

    def wait_for_fates(self, *fates: str) -> None:
        """Wait until the items have these fates."""
        for _ in range(100):
            with suppress(Error):  # the page may just be loading
                if self.fates() == list(fates):
                    return
            self.page.wait_for_timeout(200)
        assert self.fates() == list(fates)


def at_home(address: str) -> bool:
    """Whether an address is the app's first page, whatever is asked of it."""
    return urlsplit(address).path == HOME


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


def wait(page: Page, truth: str, seconds: int = 20) -> None:
    """Wait until a promise in the page is true. The page's own rules forbid the usual way of waiting."""
    for _ in range(seconds * 5):
        with suppress(Error):  # the page may just be loading
            if page.evaluate(truth):
                return
        page.wait_for_timeout(200)
    raise AssertionError(f"never true: {truth}")
