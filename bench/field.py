"""The contact's phone: what a first visit weighs, and how soon one can work: over a slow net, and from the phone.

A real browser against the real server with the demo's data; nothing where there is no Chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.report import Figure

HOME = "/malvik/felt/"
COMMAND = Path(sys.executable).with_name("politikontakt")
PHONE = {"width": 390, "height": 844}
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
"""400 kbit/s both ways, and 400 ms before anything comes."""
TIMES = 5
SETTLES = 12_000
"""Milliseconds until all that the page itself asks for has come, scripts and the days around today too."""
USABLE = """new Promise((done) => {
  const seen = () => document.querySelector("#log-here")?.getBoundingClientRect().height > 0;
  const look = () => (seen() ? requestAnimationFrame(() => done(performance.now() / 1000)) : setTimeout(look, 20));
  look();
})"""
"""Seconds from when the page was asked for until the button for logging has been painted."""


def figures() -> Iterable[Figure]:
    """Weight and time of a first opening, and the time of later ones."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        yield from opening(browser, address)
        browser.close()


def opening(browser: Any, address: str) -> Iterable[Figure]:
    """A phone that has only signed in: the slow first time, and the times after."""
    context = browser.new_context(base_url=address, viewport=PHONE, has_touch=True, is_mobile=True, locale="nb-NO")
    page = context.new_page()
    sign_in(page)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    line.send("Network.emulateNetworkConditions", SLOW)
    carried: list[float] = []
    line.on("Network.loadingFinished", lambda event: carried.append(event["encodedDataLength"]))
    page.goto(HOME, wait_until="commit")
    first = page.evaluate(USABLE)
    page.wait_for_timeout(SETTLES)
    weight = sum(carried)
    yield Figure("first opening of the day, compressed", weight / 1000, "kB", 80, f"{len(carried)} files")
    yield Figure("… usable over 400 kbit/s and 400 ms", first, "s", 2)
    line.send("Network.setCacheDisabled", {"cacheDisabled": False})
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_timeout(20_000)
    later = [again(page) for _ in range(TIMES)]
    yield Figure("later openings, from the phone", sorted(later)[TIMES // 2], "s", 0.5, f"{max(later):.2f} s at most")


def again(page: Any) -> float:
    """Seconds until the page is usable once more."""
    page.goto("about:blank")
    page.goto(HOME, wait_until="commit")
    seconds: float = page.evaluate(USABLE)
    return seconds


def sign_in(page: Any) -> None:
    """Be Berit, and leave nothing of the app on the phone."""
    page.goto("/inn/?next=/malvik/")
    page.locator("li", has_text="Berit Solhaug").get_by_role("button").click()
    page.wait_for_load_state()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The demo on a server of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "POLITIKONTAKT_VAR": str(folder), "POLITIKONTAKT_DEMO": "yes"}
    subprocess.run([COMMAND, "demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([COMMAND, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        address = f"http://localhost:{port}"
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"{address}/inn/", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")
