"""A real browser against a real server with the demo's data.

`desk` and `phone` are pages 1280 and 390 wide; at the end of a test each must have had no error in its console.
`server` is one demo for each module, so that what one module logs does not show in another.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.looking import DESK, PHONE, ROOT
from tests.journeys.serving import build, served

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All journeys are marked, and run in one process: a browser and a server are enough for two cores."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="package")
def chromium() -> str:
    """The system's browser. Tried to install where it is missing; in CI a test never skips for it."""
    if not any(map(shutil.which, NAMES)):
        subprocess.run([sys.executable, ROOT / "tools" / "browser.py"], check=False)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("No Chromium here and none could be installed, so no page was tried.")
    assert found, "Chromium is missing. Install it, or run without CI=true to skip the journeys."
    return found


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all journeys; stopped after the last, for Django must not see its event loop."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's database, built once."""
    return build(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def server(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on a fresh copy of the demo."""
    with served(built_demo, tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, server: str) -> Iterator[Page]:
    """A page on a desk's screen."""
    yield from _page(browser, server, DESK, scale=1)


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A page on a phone."""
    yield from _page(browser, server, PHONE, scale=2)


@pytest.fixture
def other_desk(browser: Browser, server: str) -> Iterator[Page]:
    """Somebody else's page at the same time, with cookies of its own."""
    yield from _page(browser, server, DESK, scale=1)


def _page(browser: Browser, server: str, size: dict[str, int], scale: int) -> Iterator[Page]:
    context = browser.new_context(base_url=server, viewport=size, device_scale_factor=scale, locale="nb-NO")  # type: ignore[arg-type]
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert [error for error in errors if "status of 4" not in error] == []


@pytest.fixture
def sign_in() -> "SignIn":
    """`sign_in(desk, "Siri Lønnum")`: be one of the demo's people."""
    return SignIn()


class SignIn:
    """Signs in by the demo's button."""

    def __call__(self, page: Page, name: str, *, then: str = "") -> None:
        """Be the person of this name, and go on to the address `then` or where they land."""
        page.goto("/inn/")
        row = page.locator("li", has_text=name)
        row.get_by_role("button").click()
        page.wait_for_load_state()
        if then:
            page.goto(then)
