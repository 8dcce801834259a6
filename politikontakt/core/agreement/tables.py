"""Reading the tables of an agreement file: each key by its shape, every fault noted with its place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from politikontakt.core.agreement.lines import Path
from politikontakt.core.agreement.shapes import Names, Shape, Wrong
from politikontakt.core.agreement.toml import Document
from politikontakt.core.faults import Fault

_REQUIRED: Any = object()


def dotted(path: Path) -> str:
    """The way to a value as people write it: `clause[3].commitment[0].per`."""
    written = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return written.removeprefix(".")


@dataclass(slots=True)
class Reading:
    """A document being read: what it has named so far and what is wrong with it."""

    document: Document
    names: Names = field(default_factory=lambda: Names(frozenset(), frozenset()))
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, path: Path, code: str, **values: object) -> None:
        """Note a fault at `path`."""
        self.faults.append(Fault(code, self.document.file, self.document.line(path), dotted(path), values))

    def note(self, path: Path, wrong: Wrong) -> None:
        """Note what a shape found wrong with the value at `path`, or inside it."""
        inner = _steps(wrong.inside)
        key = (dotted(path) + wrong.inside).removeprefix(".")
        self.faults.append(
            Fault(wrong.code, self.document.file, self.document.line((*path, *inner)), key, wrong.values)
        )


def _steps(inside: str) -> Iterator[str | int]:
    for part in inside.replace("[", ".").replace("]", "").split("."):
        if part:
            yield int(part) if part.isdecimal() else part


@dataclass(slots=True)
class Table:
    """One table of the document. Ask for what it may hold, then call `finish`: what is left over is unknown."""

    reading: Reading
    path: Path
    content: Mapping[str, Any]
    asked: list[str] = field(default_factory=list)

    def has(self, key: str) -> bool:
        """Whether the file says anything for `key`."""
        return key in self.content

    def take(self, key: str, shape: Shape, *, default: Any = _REQUIRED) -> Any:
        """The value of `key` by its shape. None, with a fault noted, where it is missing or wrong."""
        self.asked.append(key)
        if key not in self.content:
            if default is _REQUIRED:
                self.reading.wrong((*self.path, key), "missing_key")
                return None
            return default
        value = shape.read(self.content[key], self.reading.names)
        if not isinstance(value, list):
            return value
        for wrong in value:
            self.reading.note((*self.path, key), wrong)
        return None

    def tables(self, key: str, *, required: bool = True) -> "Sequence[Table]":
        """The tables under `[[key]]`, in the order of the file."""
        self.asked.append(key)
        path = (*self.path, key)
        found = self.content.get(key)
        if found is None:
            if required:
                self.reading.wrong(path, "missing_tables", name=dotted(path))
            return ()
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.reading.wrong(path, "not_tables", name=dotted(path))
            return ()
        return [Table(self.reading, (*path, position), each) for position, each in enumerate(found)]

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self.content:
            if key not in self.asked:
                self.reading.wrong((*self.path, key), "unknown_key", found=key, choices=tuple(self.asked))
