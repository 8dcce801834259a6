"""What the manuals point at is there: links, headings, files and commands."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from politikontakt.cli import registry

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
OURS = re.compile(
    r"(?:core|modules|web|config|cli|tools|tests|docs|bench|frontend|agreements|requirements)/[\w./<>*-]+"
)
IN_CODE = ("", "politikontakt/", "politikontakt/modules/", "politikontakt/web/")
"""Where a path may begin that a manual shortens."""


def manuals() -> list[Path]:
    """Every Markdown file of the repository."""
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    found = [ROOT / name for name in listed.split()] or sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))
    return [path for path in found if path.exists()]


MANUALS = manuals()
each_manual = pytest.mark.parametrize("manual", MANUALS, ids=lambda path: str(path.relative_to(ROOT)))


def links(manual: Path) -> Iterator[str]:
    """Where its links lead, without those to other sites."""
    text = FENCED.sub("", manual.read_text(encoding="utf-8"))
    return (link for link in LINK.findall(text) if not re.match(r"[a-z]+:", link))


def anchors(manual: Path) -> set[str]:
    """The names its headings can be pointed at by."""
    text = FENCED.sub("", manual.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.replace("`", "").lower()).replace(" ", "-") for head in heads}


@each_manual
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(manual: Path):
    lost = []
    for link in links(manual):
        file, _, anchor = link.partition("#")
        target = (manual.parent / file).resolve() if file else manual
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)

    assert lost == []


@pytest.mark.parametrize("name", ["docs/explain/house.md", "CONTRIBUTING.md", "README.md", "docs/adr"])
def test_every_file_that_is_named_is_there(name: str):
    named = {
        path
        for manual in MANUALS
        if str(manual.relative_to(ROOT)).startswith(name)
        for path in OURS.findall(" ".join(CODE.findall(manual.read_text(encoding="utf-8"))))
    }

    assert {path for path in named if not is_there(path)} == set()


def is_there(path: str) -> bool:
    """Whether a path that may be shortened, or have a blank in it, is one of the repository."""
    pattern = re.sub(r"<[^>]*>", "*", path).rstrip("./")
    if any(any(ROOT.glob(f"{start}{pattern}{end}")) for start in IN_CODE for end in ("", ".py")):
        return True
    file, _, name = pattern.rpartition(".")
    return any(
        name in found.read_text(encoding="utf-8") for start in IN_CODE for found in ROOT.glob(f"{start}{file}.py")
    )


def test_every_picture_is_shown_somewhere():
    shown = {(manual.parent / link).resolve() for manual in MANUALS for link in links(manual) if link.endswith(".png")}

    assert {path for path in (ROOT / "docs").rglob("*.png") if path.resolve() not in shown} == set()


def test_every_manual_can_be_found_from_the_first_page():
    reached, waiting = set(), [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]
    while waiting:
        manual = waiting.pop()
        if manual not in reached:
            reached.add(manual)
            targets = [(manual.parent / link.partition("#")[0]).resolve() for link in links(manual)]
            waiting += [each for each in targets if each.suffix == ".md" and each.exists()]
            waiting += [page for each in targets if each.is_dir() for page in each.glob("*.md")]

    assert {str(path.relative_to(ROOT)) for path in MANUALS} - {
        str(path.relative_to(ROOT)) for path in reached
    } == set()


def test_every_command_is_named_in_a_manual():
    said = " ".join(path.read_text(encoding="utf-8") for path in MANUALS)

    assert {name for name in registry.names() if f"politikontakt {name}" not in said} == set()


def test_every_setting_is_in_the_manual_of_settings():
    code = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "politikontakt" / "config").rglob("*.py"))
    asked = set(re.findall(r"env\.(?:text|yes|words|whole_number|secret|folder)\(\s*\"([A-Z_]+)\"", code))
    manual = (ROOT / "docs" / "run" / "settings.md").read_text(encoding="utf-8")

    assert {name for name in asked if f"_{name}`" not in manual} == set()
    assert len(asked) > 10


@each_manual
def test_no_manual_speaks_of_a_machine_of_ours(manual: Path):
    text = manual.read_text(encoding="utf-8")

    assert re.findall(r"/(?:work|tmp|root|home)/\w+", text) == []
