"""The text in a file's bytes, and what to say when the bytes are not UTF-8."""

import re

from politikontakt.core.faults import Fault

UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Signs that nobody can see and no text needs; tabs and line breaks are none of them."""
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(source: bytes, *, file: str) -> tuple[str, list[Fault]]:
    """A file's text, read as UTF-8 with or without BOM, and what is wrong with its bytes.

    Text in another encoding is read as what it most likely is, so that the file's other
    faults can be found in the same go. The fault says which encoding that was.
    """
    if source.startswith(_UTF_16_MARKS):
        return source.decode("utf-16", "replace"), [Fault("not_utf8", file, 1, values={"encoding": "UTF-16"})]
    try:
        return source.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = source.count(b"\n", 0, error.start) + 1
        return _as_western(source), [Fault("not_utf8", file, line, values={"encoding": "Latin-1"})]


def _as_western(source: bytes) -> str:
    try:
        return source.decode("cp1252")
    except UnicodeDecodeError:
        return source.decode("latin-1")
