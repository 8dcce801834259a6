"""The files that the phone keeps, and the version they make up together."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.templatetags.static import static

import politikontakt

SCRIPTS = (
    "field/app.js",
    "field/called_out.js",
    "field/fresh.js",
    "field/guard.js",
    "field/keeping.js",
    "field/log.js",
    "field/more.js",
    "field/outbox.js",
    "field/privacy.js",
    "field/sending.js",
    "field/shell.js",
    "field/sheet.js",
    "field/today.js",
    "field/undo.js",
    "vendor/idb.js",
)
"""Modules name each other by these plain names, so they are fetched by them too."""
NIGHT = "ui/night.css"
STYLES = (
    "vendor/designsystemet.css",
    "ui/tokens.css",
    "ui/page.css",
    "ui/layout.css",
    "ui/frame.css",
    "ui/parts.css",
    "ui/utilities.css",
    "ui/forms.css",
    "ui/field.css",
    NIGHT,
    "field/field.css",
)
"""What every page of the phone needs, laid together in this order (app/styles.py)."""
OTHERS = (
    "vendor/designsystemet-work.css",
    "ui/mark.svg",
    "vendor/fonts/source-sans-3.woff2",
    "privacy/screen.json",
    "field/icon.svg",
    "field/icon-192.png",
    "field/icon-512.png",
)


def addresses() -> list[str]:
    """Where the files are, as pages and modules ask for them."""
    plain = [f"{settings.STATIC_URL}{name}" for name in SCRIPTS]
    named = [static(name) for name in (*SCRIPTS, *OTHERS)]
    return list(dict.fromkeys([*plain, *named]))


@cache
def version() -> str:
    """A short name of this very set of files: another file, another version, and phones fetch anew."""
    digest = hashlib.sha256(politikontakt.__version__.encode())
    for path in _paths():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _paths() -> Iterator[Path]:
    for name in (*SCRIPTS, *STYLES, *OTHERS, "field/worker.js"):
        found = path_of(name)
        if found.is_file():
            yield found


def path_of(name: str) -> Path:
    """Where a file lies that is served under a name."""
    return Path(settings.STATIC_ROOT, name) if settings.HASHED_STATIC else Path(str(find(name)))
