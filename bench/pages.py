"""What pages cost beside the plainest that Django can do, in the same run, and how much a first view weighs."""

import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from bench.report import Figure

ROOT = Path(__file__).resolve().parent.parent
PUBLIC, PROMISES = "/malvik/", "/malvik/avtalen/"
STATUS, LOG = "/malvik/arbeid/avtalen/#signed-in", "/malvik/arbeid/logg/#signed-in"
BARE_PAGE, BARE_LIST = "/page/", "/rows/#signed-in"
FONT = "vendor/fonts/source-sans-3"

Costs = dict[str, dict[str, float]]


def figures() -> Iterable[Figure]:
    """The demo's pages, asked again and again; each ratio is of the least of each."""
    with tempfile.TemporaryDirectory() as var:
        environment = {
            **os.environ,
            "POLITIKONTAKT_VAR": var,
            "DJANGO_SETTINGS_MODULE": "politikontakt.config.settings",
        }
        run(["politikontakt.cli", "demo"], {**environment, "POLITIKONTAKT_DEMO": "yes"})
        run(["django", "collectstatic", "--noinput", "-v0"], environment)
        bare = asked("bare", (BARE_PAGE, BARE_LIST), environment)
        ours = asked("ours", (PUBLIC, PROMISES, STATUS, LOG), environment)
        yield from costs(ours, bare)
        yield Figure("first public view, compressed", first_view(Path(var), environment) / 1000, "kB", limit=60)


def costs(ours: Costs, bare: Costs) -> Iterable[Figure]:
    """Ratios and queries, with the milliseconds beside them."""

    def ratio(name: str, page: str, beside: str, limit: float | None) -> Figure:
        note = f"{ours[page]['ms']:.2f} ms beside {bare[beside]['ms']:.2f} ms, {ours[page]['queries']:.0f} queries"
        return Figure(name, ours[page]["ms"] / bare[beside]["ms"], "×", limit, note)

    yield ratio("public page, processor time against a bare page with one query", PUBLIC, BARE_PAGE, 2)
    yield ratio("… the promises, point by point", PROMISES, BARE_PAGE, 2)
    yield ratio("signed-in list of 25 rows against a bare list of 25", LOG, BARE_LIST, 3)
    yield Figure("… its queries", ours[LOG]["queries"], "", 6)
    yield ratio("status page of the agreement against a bare page", STATUS, BARE_PAGE, None)
    yield Figure("… its queries", ours[STATUS]["queries"], "", 8)


def first_view(var: Path, environment: dict[str, str]) -> int:
    """Bytes of the public page and all that a browser fetches with it, as they are sent."""
    page = run(["bench.first_view"], environment)
    linked = set(re.findall(r'(?:href|src)="/static/([^"]+)"', page))
    assert any(name.startswith(FONT) for name in linked)
    assert "<script" not in page
    return len(gzip.compress(page.encode())) + sum(sent(var / "static" / name) for name in linked)


def sent(file: Path) -> int:
    """The size of a static file as it is sent: compressed where that was worth it."""
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.exists() else file).stat().st_size


def asked(kind: str, paths: tuple[str, ...], environment: dict[str, str]) -> Costs:
    """What `bench.asking` found."""
    found: Costs = json.loads(run(["bench.asking", kind, *paths], environment))
    return found


def run(module: list[str], environment: dict[str, str]) -> str:
    """Run a module of ours and give what it printed; its own fault where it fails."""
    done = subprocess.run([sys.executable, "-m", *module], cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(module)} failed:\n{done.stderr[-3000:]}")
    return done.stdout
