"""What every page must pass, and pictures of it."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "docs" / "use" / "img"
WIDTHS = (320, 768, 1280)
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def looks_right(page: Page) -> None:
    """No fault that axe can find by day or by night, and no sideways scroll at 320, 768 and 1280."""
    assert faults(page) == []
    assert faults_by_night(page) == []
    assert sideways(page) == []


def faults(page: Page, *rules: str) -> list[str]:
    """What axe finds against WCAG A and AA and its own best practice, or just the rules named, each with the place."""
    page.evaluate(AXE.read_text())
    found: dict[str, Any] = page.evaluate("rules => axe.run(rules.length ? { runOnly: rules } : {})", list(rules))
    return [f"{each['id']}: {each['help']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


def faults_by_night(page: Page) -> list[str]:
    """What is too weak to see where the reader asks for dark: only the colours are others."""
    page.emulate_media(color_scheme="dark")
    found = faults(page, "color-contrast", "link-in-text-block")
    page.emulate_media(color_scheme="light")
    return found


def sideways(page: Page) -> list[int]:
    """The widths at which the page can be scrolled sideways; the window is given back its size."""
    before = page.viewport_size
    too_wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            too_wide.append(width)
    if before:
        page.set_viewport_size(before)
    return too_wide


def picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Keep a picture for the manual as docs/use/img/<name>.png, when SCREENSHOTS=yes asks for it."""
    if os.environ.get("SCREENSHOTS") == "yes":
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.wait_for_timeout(500)  # what a tap sets in motion has come to rest
        page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
