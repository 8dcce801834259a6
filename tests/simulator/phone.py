"""A phone: what its scripts do with items, tabs and answers (static/field: log, outbox, undo, sending, called_out)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.simulator.shapes import meant, older
from tests.simulator.storage import Item, Storage

LOCAL = ZoneInfo("Europe/Oslo")
STORED = (200, 201)
NOTHING_THERE = 404
TAKES_BACK = ("take_back", "never_out")


@dataclass
class Tab:
    """A log sheet: its own copy of a draft, and what it found in the storage when it was opened."""

    item: Item
    opened: Item | None = None


@dataclass
class Phone:
    """One contact's phone. `skew` is how wrong its clock is, `session` what the server knows it by."""

    number: int
    owner: str
    person: str
    session: int
    who: str
    skew: timedelta = timedelta()
    old_app: bool = False
    storage: Storage = field(default_factory=Storage)
    tabs: list[Tab] = field(default_factory=list)
    rows: list[Mapping[str, Any]] = field(default_factory=list)
    state: str = ""
    heard: dict[str, Item] = field(default_factory=dict)
    """What the server has said it stored, by key. Never forgotten: no page shows it, the checks hold it up."""

    def today(self, now: datetime) -> date:
        """The phone's own local day."""
        return (now + self.skew).astimezone(LOCAL).date()

    def written(self, do: str, body: dict[str, Any]) -> dict[str, Any]:
        """A body in the shape of this phone's app."""
        return older(do, body) if self.old_app else body

    def update(self) -> None:
        """A newer app: what is kept gets the new shape, whatever has been sent of it already."""
        self.old_app = False
        for each in self.storage.items():
            self.storage.change(each.id, body=meant(each.do, each.body))

    def restart(self) -> None:
        """Only what is in the storage is left."""
        self.tabs.clear()

    # the log sheet

    def keep_draft(self, tab: Tab) -> None:
        """Keep a tab's draft while it is written, but never over what was saved meanwhile."""
        there = self.storage.item(tab.item.id)
        if there is None or there.fate == "draft" or (there == tab.opened and there.refused):
            tab.item = tab.opened = self.storage.keep(replace(tab.item, fate="draft", answer=None))

    def finish(self, tab: Tab, key: str = "") -> Item:
        """Save a tab: its item waits. Where another tab has saved the draft with other content, both are kept.

        What was deleted meanwhile is being taken back under its key: saved all the same, it is a new entry, by `key`.
        """
        there = self.storage.item(tab.item.id)
        if there and there.hidden:
            return self.storage.keep(replace(tab.item, fate="waiting", answer=None, id=0, tried=False, key=key))
        own = there is None or there.fate == "draft" or (there == tab.opened and may_change(there))
        if there and not own and there.means(tab.item):
            return there
        one = replace(tab.item, fate="waiting", answer=None, id=tab.item.id if own else 0, tried=False)
        return self.storage.keep(one)

    # the outbox

    def drop(self, id: int, key: str) -> Item | None:
        """Delete an item. What may have reached the server is taken back there, by a new item, which is given."""
        there = self.storage.item(id)
        if there and may_have_arrived(there):
            return self.take_back(there, key)
        self.storage.remove(id)
        return None

    def take_back(self, one: Item, key: str) -> Item:
        """Ask the server to take back an item of this phone."""
        asked = Item(key, "take_back", {"row": one.key}, one.who, "waiting")
        kept = self.storage.keep(asked)
        self.storage.change(one.id, hidden=True)
        return kept

    def send_mine(self, one: Item, key: str) -> Item | None:
        """Mine instead of what is stored: a new entry that corrects it. What no longer holds can't be corrected."""
        stored = (one.answer or {}).get("stored") or {}
        body = {**one.body, "replaces": stored["key"] if stored.get("holds") else ""}
        return self.storage.change(one.id, key=key, body=body, fate="waiting", tried=False, answer=None)

    def out(self) -> Item | None:
        """The call-out that goes on now, as this phone knows it."""
        running = None
        for each in self.storage.items("waiting", "sent"):
            if each.do == "call_out":
                running = each
            elif each.do in ("come_back", "never_out"):
                running = None
        return running

    # sending

    def parcel(self) -> list[Item]:
        """What would be sent now: all that waits of the one who is signed in. It counts as tried from then on."""
        waiting = [each for each in self.storage.items("waiting") if each.who == self.who]
        for each in waiting:
            self.storage.change(each.id, tried=True)
        return waiting

    def settle(self, parcel: Sequence[Item], answers: Sequence[dict[str, Any]]) -> list[Item]:
        """Take the answers in. An answer about another content than what is kept now changes nothing.

        Gives what is of no use any more: what was to take back something that never came.
        """
        idle = []
        for sent, answer in zip(parcel, answers, strict=True):
            stored = answer["status"] in STORED
            if stored:
                self.heard[sent.key] = sent
            there = self.storage.item(sent.id)
            if not there or there.key != sent.key or there.fate == "sent" or not there.means(sent):
                continue
            if answer["status"] == NOTHING_THERE and sent.do in TAKES_BACK:
                idle.append(sent)
                self._forget(sent)
            elif stored:
                self.storage.change(sent.id, fate="sent", answer=None)
            elif there.fate == "waiting":
                self.storage.change(sent.id, fate="needs", answer=answer)
        return idle

    def _forget(self, sent: Item) -> None:
        """What was to be taken back never came: both are gone."""
        named = sent.body.get("row") or sent.body.get("call_out")
        for each in self.storage.items():
            if each.id == sent.id or (each.hidden and each.key == named):
                self.storage.remove(each.id)


def may_have_arrived(item: Item) -> bool:
    """Whether an entry may be on the server, though the phone has not heard of it: it was sent, and still waits."""
    return item.fate == "waiting" and item.tried and item.do == "log"


def may_change(item: Item) -> bool:
    """Whether a saved item can be changed under its own key: it has not been sent, or nothing of it was stored."""
    return (item.fate == "waiting" and not item.tried) or item.refused
