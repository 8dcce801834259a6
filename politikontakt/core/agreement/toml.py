"""From the bytes of a TOML file to its document and the line of each key, or why that can't be done."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from politikontakt.core.agreement.lines import Path, lines_of
from politikontakt.core.encoding import decoded
from politikontakt.core.faults import Fault, FaultyInput

_AT_LINE = re.compile(
    r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.DOTALL
)
_CAUSES = (
    ("Cannot overwrite", "toml_repeated_key"),
    ("Cannot mutate immutable namespace", "toml_repeated_key"),
    ("Duplicate inline table key", "toml_repeated_key"),
    ("Cannot declare", "toml_repeated_table"),
    ("Invalid date or datetime", "toml_no_such_day"),
    ("Illegal character", "toml_control_character"),
    ("Found invalid character", "toml_control_character"),
    ("Unterminated string", "toml_string_not_closed"),
    ('Expected "\'"', "toml_string_not_closed"),
    ('Expected \'"""\'', "toml_string_not_closed"),
    ("Unclosed array", "toml_list_not_closed"),
    ("Unclosed inline table", "toml_table_not_closed"),
    ("Expected '=' after a key", "toml_no_equals"),
    ("Invalid value", "toml_bad_value"),
    ("Unescaped '\\'", "toml_bad_escape"),
)
"""What the parser says → our code. What is not here is `not_toml`."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file. Numbers with a point are `Decimal`, as they were written."""

    file: str
    content: Mapping[str, Any]
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of the value at `path`, else of the nearest thing around it; None for the whole file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def parse(source: bytes, *, file: str) -> tuple[Document, list[Fault]]:
    """The document, and faults that did not keep it from being read (a wrong encoding).

    Raises `FaultyInput` when nothing can be read.
    """
    text, faults = decoded(source, file=file)
    text = text.replace("\r\n", "\n")
    try:
        content = tomllib.loads(text, parse_float=_exactly)
        return Document(file, content, lines_of(text)), faults
    except tomllib.TOMLDecodeError as error:
        raise FaultyInput([*faults, _fault(str(error), text, file)]) from None
    except RecursionError:
        raise FaultyInput([*faults, Fault("toml_too_deep", file)]) from None
    except ValueError:
        raise FaultyInput([*faults, Fault("toml_number_too_long", file)]) from None


def _exactly(written: str) -> Decimal:
    try:
        return Decimal(written)
    except InvalidOperation:
        return Decimal("nan")


def _fault(message: str, text: str, file: str) -> Fault:
    found = _AT_LINE.match(message)
    what = found["what"] if found else message
    code = next((code for start, code in _CAUSES if what.startswith(start)), "not_toml")
    if found and found["line"]:
        return Fault(code, file, int(found["line"]), values={"column": int(found["column"]), "says": what})
    last = max(1, text.rstrip("\n").count("\n") + 1)
    return Fault(code, file, last, values={"column": None, "says": what})
