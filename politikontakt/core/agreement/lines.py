"""On which line of a TOML file each key stands. The standard parser doesn't say.

`lines_of` follows a file that the parser has already accepted, so it checks nothing: it only
has to tell strings, brackets and comments apart.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping

Path = tuple[str | int, ...]
"""The way to a value: keys of tables and positions in lists, `("clause", 3, "ref")`."""

_BLANK = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""(?:"(?!"))?"?'
    r"|'''(?:[^']|'(?!''))*'''(?:'(?!'))?'?"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
_SCALAR = re.compile(r"[^,\]}\n#]*")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def lines_of(text: str) -> Mapping[Path, int]:
    """The line of every table, key and list item of a valid TOML file, counted from 1."""
    return _Follower(text).follow()


class _Follower:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.table: Path = ()
        self.lists: dict[Path, int] = {}
        self.ends = [found.start() for found in re.finditer("\n", text)]

    def follow(self) -> Mapping[Path, int]:
        while self._skip(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                self._header()
            else:
                self._pair(self.table)
        return self.lines

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _note(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self.ends, at - 1) + 1)

    def _header(self) -> None:
        """`[a.b]` or `[[a.b]]`: from here on keys stand in that table."""
        start = self.at
        of_list = self.text.startswith("[[", start)
        self.at += 2 if of_list else 1
        keys = self._keys()
        self.at += 2 if of_list else 1
        path: Path = ()
        for key in keys[:-1]:
            self._note((*path, key), start)
            path = self._newest((*path, key))
        path = (*path, keys[-1])
        if of_list:
            self.lists[path] = self.lists.get(path, -1) + 1
        self._note(path, start)
        self.table = self._newest(path)
        self._note(self.table, start)

    def _newest(self, path: Path) -> Path:
        """A list of tables stands for its newest table."""
        return (*path, self.lists[path]) if path in self.lists else path

    def _keys(self) -> list[str]:
        """A key, dotted or not; ends at what follows it."""
        keys: list[str] = []
        while True:
            self._skip(_SPACE)
            start = self.at
            quoted = self.text[start] in "\"'"
            self._skip(_STRING if quoted else _BARE_KEY)
            written = self.text[start : self.at]
            keys.append(_unquoted(written) if quoted else written)
            self._skip(_SPACE)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def _pair(self, table: Path) -> None:
        start = self.at
        keys = self._keys()
        for count in range(1, len(keys) + 1):
            self._note((*table, *keys[:count]), start)
        self.at += 1
        self._skip(_SPACE)
        self._value((*table, *keys))

    def _value(self, path: Path) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._skip(_STRING if opening in "\"'" else _SCALAR)

    def _list(self, path: Path) -> None:
        self.at += 1
        count = 0
        while self.text[self._skip(_BLANK)] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._note((*path, count), self.at)
            self._value((*path, count))
            count += 1
        self.at += 1

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while self.text[self._skip(_BLANK)] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)
        self.at += 1


def _unquoted(written: str) -> str:
    inner = written[1:-1]
    return _ESCAPE.sub(_unescaped, inner) if written[0] == '"' else inner


def _unescaped(found: re.Match[str]) -> str:
    code = found.group(1)
    if code[0] in "uU":
        return chr(int(code[1:], 16))
    return _SHORT_ESCAPES.get(code, code)
