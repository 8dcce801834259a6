"""A hundred visits logged without coverage, over three reloads and one update of the app, arrive once each."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser

from politikontakt.config.static_files import STAMP, fingerprint
from tests.journeys.looking import PHONE
from tests.journeys.serving import COMMAND, answering, build, environment, free_port
from tests.journeys.telephone import HOME, ITEMS, SAVE, Telephone, at_home, wait

VISITS = 100
RELOAD_AFTER = (20, 60, 80)
UPDATE_AFTER = 40


def test_a_hundred_visits_arrive_once_each(browser: Browser, tmp_path: Path):
    folder, port = build(tmp_path), free_port()
    with serving(folder, port):
        context = browser.new_context(
            base_url=f"http://localhost:{port}", viewport=PHONE, has_touch=True, is_mobile=True, locale="nb-NO"
        )
        telephone = Telephone(context)
        telephone.sign_in()
        telephone.lose_coverage()
        log(telephone, 0, UPDATE_AFTER)
    first_app = telephone.page.evaluate("caches.keys()")

    change_the_app(folder)
    with serving(folder, port, POLITIKONTAKT_READ_ONLY="yes"):
        telephone.find_coverage()
        telephone.open()
        wait(telephone.page, f"caches.keys().then((names) => names.length === 1 && names[0] !== '{first_app[0]}')")
        waiting_through_the_update = telephone.fates()
        telephone.lose_coverage()
        log(telephone, UPDATE_AFTER, VISITS)

    with serving(folder, port):
        telephone.find_coverage()
        telephone.open()
        wait(telephone.page, f"{ITEMS}().then((all) => all.every((each) => each.fate === 'sent'))", seconds=60)
    context.close()

    assert waiting_through_the_update == ["waiting"] * UPDATE_AFTER
    assert stored(folder) == sorted(f"Besøk nr. {number}" for number in range(VISITS))


def log(telephone: Telephone, first: int, after: int) -> None:
    """Log visits one by one, each from an empty sheet; now and then the page is loaded anew."""
    for number in range(first, after):
        telephone.open(f"{HOME}logg/")
        telephone.page.locator("#id_place").select_option("vikhammer-us")
        telephone.page.locator("#id_note").fill(f"Besøk nr. {number}")
        telephone.tap(SAVE)
        telephone.page.wait_for_url(at_home)
        if number in RELOAD_AFTER:
            telephone.page.reload()


def change_the_app(folder: Path) -> None:
    """A new release: one of the served scripts has other content."""
    script = folder / "static" / "field" / "sheet.js"
    script.write_text(script.read_text() + "// a newer release\n")
    for packed in script.parent.glob("sheet.js.*"):
        packed.unlink()
    (folder / "static" / STAMP).write_text(fingerprint())  # as collected, whatever was edited here meanwhile


def stored(folder: Path) -> list[str]:
    """The notes of the rows that hold, as the database has them."""
    with sqlite3.connect(folder / "politikontakt.sqlite3") as database:
        rows = database.execute("SELECT note FROM activities_activity WHERE holds AND note LIKE 'Besøk nr. %'")
        return sorted(note for (note,) in rows)


@contextmanager
def serving(folder: Path, port: int, **settings: str) -> Iterator[None]:
    """The server on a port of its own, so that it can go away and come back changed."""
    log = (folder / "server.log").open("a")
    command = [COMMAND, "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**environment(folder), **settings}, stdout=log, stderr=subprocess.STDOUT)
    try:
        answering(f"http://localhost:{port}", server, folder / "server.log")
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()
