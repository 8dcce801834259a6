"""One style sheet for the phone instead of ten: over a slow net each file costs a wait of its own."""

import re
from functools import cache

from django.templatetags.static import static

from politikontakt.web.field.app.files import NIGHT, STYLES, path_of

BLANK = re.compile(r"/\*.*?\*/|(?<=[{};,])\n\s*|\n\s*(?=[{}])", re.DOTALL)
"""Comments and line ends that only people read."""
DARK = "@media (prefers-color-scheme: dark) {{\n{}\n}}\n"
RELATIVE = re.compile(r"url\(\.\./(vendor/fonts/[\w.-]+?)(?:\.[0-9a-f]{12})?(\.woff2)\)")


@cache
def bundle() -> str:
    """The sheets in their order, night within its own condition, fonts by their full addresses."""
    return BLANK.sub("", "".join(_sheet(name) for name in STYLES))


def _sheet(name: str) -> str:
    text = RELATIVE.sub(lambda font: f"url({static(font[1] + font[2])})", path_of(name).read_text())
    return DARK.format(text) if name == NIGHT else f"{text}\n"
