"""What the record ought to hold, and what the server ought to answer: the rules of the sync, told once more, plainly.

Written from what is promised to phones, in plain dictionaries, and never from the server's code.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.simulator.shapes import meant, words

STORED, REPEATED, MISSING, CONFLICT, REFUSED = 201, 200, 404, 409, 422


@dataclass
class Row:
    """A row as it ought to be: its content, whether it holds, and which row it takes the place of."""

    key: str
    do: str
    content: dict[str, Any]
    holds: bool = True
    replaces: str = ""
    withdrawn: bool = False
    replaced_by: str = ""


@dataclass(frozen=True)
class Answered:
    """What ought to be answered: the status, and the key of the row shown with it."""

    status: int
    shown: str = ""


@dataclass
class Record:
    """Everything that was stored, in the order in which it was taken."""

    rows: dict[str, Row] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    """By key, the content that was stored under it."""

    def take(self, key: str, do: str, body: dict[str, Any], person: str, last_day: date) -> Answered:
        """Take one item, and say what ought to be answered. `last_day` is the last that may be called past."""
        content = meant(do, body)
        named = content.get("replaces") or content.get("row") or content.get("call_out") or ""
        if named and not self._is_there(named, do):
            return Answered(MISSING)
        if key in self.written:
            return Answered(REPEATED if self.written[key] == words(do, body) else CONFLICT, key)
        if self._refuses(do, content, person, last_day):
            return Answered(REFUSED)
        if named and not self.rows[named].holds:
            return Answered(CONFLICT, self.what_holds(named))
        self.written[key] = words(do, body)
        self.rows[key] = self._row(key, do, content, named, person)
        if named:
            self.rows[named].holds, self.rows[named].replaced_by = False, key
        return Answered(STORED, key)

    def what_holds(self, key: str) -> str:
        """The last row in a row's line: the one that holds, or its withdrawal."""
        while self.rows[key].replaced_by:
            key = self.rows[key].replaced_by
        return key

    def shown(self, first: date, last: date) -> list[dict[str, Any]]:
        """The activities that hold within some days, as every phone shows them."""
        days = (first.isoformat(), last.isoformat())
        held = [each for each in self.rows.values() if each.holds and each.do == "log"]
        rows = [{"key": each.key, **each.content} for each in held if days[0] <= each.content["happened_on"] <= days[1]]
        return sorted(rows, key=lambda each: (each["happened_on"], each["starts_at"], each["key"]))

    def _is_there(self, key: str, do: str) -> bool:
        wanted = "log" if do in ("log", "take_back") else "call_out"
        return key in self.rows and self.rows[key].do == wanted

    def _refuses(self, do: str, content: dict[str, Any], person: str, last_day: date) -> bool:
        if do not in ("log", "call_out"):
            return False
        if do == "call_out":
            return content["happened_on"] > last_day.isoformat() or self._is_out(person)
        return content["status"] == "done" and (content["happened_on"] > last_day.isoformat() or not content["people"])

    def _is_out(self, person: str) -> bool:
        mine = [each for each in self.rows.values() if each.do == "call_out" and each.content["person"] == person]
        return any(each.holds and each.content["minutes"] is None for each in mine)

    def _row(self, key: str, do: str, content: dict[str, Any], named: str, person: str) -> Row:
        if do == "log":
            return Row(key, "log", content, replaces=named)
        if do == "call_out":
            return Row(key, "call_out", {**content, "person": person, "minutes": None})
        old = self.rows[named]
        if do == "come_back":
            return Row(key, "call_out", {**old.content, "minutes": content["minutes"]}, replaces=named)
        before = old.replaces if do == "take_back" else ""
        if before:
            return Row(key, old.do, self.rows[before].content, replaces=named)
        return Row(key, old.do, old.content, holds=False, replaces=named, withdrawn=True)
