"""Style sheets, scripts and fonts: each one a page asks for is there."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import politikontakt

WEB = Path(politikontakt.__file__).parent / "web"
TEMPLATES = sorted(WEB.rglob("*.html"))
STYLES = sorted(WEB.glob("*/static/**/*.css"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_every_file_a_template_names_is_there(template: Path):
    named = re.findall(r"""{% static ["']([^"']+)["'] %}""", template.read_text())

    assert [name for name in named if finders.find(name) is None] == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_every_file_a_style_sheet_names_is_there(style: Path):
    static = style.relative_to(next(parent for parent in style.parents if parent.name == "static"))
    named = re.findall(r"""url\(["']?([^"')]+)["']?\)""", style.read_text())

    found = [finders.find(str((Path("/") / static.parent / name).resolve().relative_to("/"))) for name in named]

    assert None not in found


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_template_holds_a_style_or_a_script_of_its_own(template: Path):
    text = template.read_text()

    assert re.findall(r"<style|\bstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=", text) == []
