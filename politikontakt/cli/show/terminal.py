"""The terminal that is written to: how wide it is, and what it can show."""

import os
import shutil
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO

NARROWEST, WIDEST = 40, 120
_OUTSIDE = 100
"""Columns where there is no terminal, such as in a file."""
_ESCAPES = {"danger": "\x1b[31m", "warning": "\x1b[33m", "brand1": "\x1b[35m", "success": "\x1b[32m", "bold": "\x1b[1m"}
_PLAIN = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Terminal:
    """`width` in columns; `colours` whether to use them."""

    width: int = _OUTSIDE
    colours: bool = False

    def coloured(self, text: str, colour: str) -> str:
        """The text in a colour or bold, where the terminal shows that. Meaning never rests on it."""
        escape = _ESCAPES.get(colour) if self.colours else None
        return f"{escape}{text}{_PLAIN}" if escape else text

    def wrapped(self, text: str, *, indent: int, first: str = "") -> Sequence[str]:
        """The text in lines that fit, each indented; `first` stands in the indent of the first line."""
        start = first.ljust(indent)
        return textwrap.wrap(
            text, self.width, initial_indent=start, subsequent_indent=" " * indent, break_on_hyphens=False
        ) or [start.rstrip()]


def terminal(stream: TextIO) -> Terminal:
    """What is known of a stream. The width is that of $COLUMNS or of the window, within reason."""
    width = shutil.get_terminal_size((_OUTSIDE, 24)).columns
    colours = stream.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Terminal(min(max(width, NARROWEST), WIDEST), colours)


def write(text: str) -> None:
    """Print text; a sign that the terminal's encoding lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
