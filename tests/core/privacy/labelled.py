"""The labelled notes: each with its language, its text and where personal data stands in it."""

import re
from dataclasses import dataclass
from pathlib import Path

NAMES = ("Ola Nesgård", "Tiril Myrvang", "Jamal Warsame", "Bo", "Storli", "Sunniva")
KINDS = ("national_id", "email", "phone", "plate", "name_age", "listed_name")

_MARK = re.compile(r"\{([a-z_]+)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Note:
    """A note and what stands in it: (kind, first, after last) of each piece of personal data."""

    line: int
    language: str
    text: str
    marked: tuple[tuple[str, int, int], ...]


def labelled_notes() -> list[Note]:
    """All notes of `notes.txt`."""
    lines = Path(__file__).with_name("notes.txt").read_text(encoding="utf-8").splitlines()
    return [_note(number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith("#")]


def _note(number: int, line: str) -> Note:
    language, written = line.split("\t")
    text, marked, at = "", [], 0
    for mark in _MARK.finditer(written):
        text += written[at : mark.start()]
        marked.append((mark[1], len(text), len(text) + len(mark[2])))
        text, at = text + mark[2], mark.end()
    return Note(number, language, text + written[at:], tuple(marked))
