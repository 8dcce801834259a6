"""One run: phones, the server, what is under way between them, and what people were told is safe."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from tests.simulator.findings import Finding
from tests.simulator.machine import Fault
from tests.simulator.phone import Phone, Tab
from tests.simulator.record import Answered, Record, Row
from tests.simulator.server import Reply, Server
from tests.simulator.shapes import meant, words
from tests.simulator.storage import Item
from tests.simulator.town import CONTACTS, PLACES, STARTS, Town

KEYS = 0x51A0_0000_0000_4000_8000_0000_0000_0000
BELIEVED_AHEAD = timedelta(days=2)
"""A phone's own day counts, up to so far ahead of the server's."""
AROUND = timedelta(days=14)


@dataclass(frozen=True)
class Posted:
    """A request under way: what it carries, and the items as they were when it was made."""

    phone: Phone
    session: int
    parcel: tuple[Item, ...]
    said: bytes
    number: int
    """The later request has the higher."""


@dataclass(frozen=True)
class Returned:
    """A reply under way."""

    posted: Posted
    reply: Reply


class Scene:
    """Everything of one run. Made anew for each, from the town, a number of phones, and a start."""

    def __init__(self, town: Town, phones: int, start: int) -> None:
        self.town = town
        self.server = Server(town, STARTS[start], self._taken, self._broken)
        self.record = Record({key: _planned(key, content) for key, content in town.planned.items()})
        self.requests: list[Posted] = []
        self.replies: list[Returned] = []
        self.promised: dict[tuple[int, str], set[str]] = {}
        """What phones said is kept: by phone and key, the contents. What its writer deleted is promised no more."""
        self.forked: set[str] = set()
        """Keys that got two contents: by two tabs, by a tab whose item was sent and then deleted, or mended after an
        answer while an older request was under way."""
        self.sent_keys: set[str] = set()
        self.findings: list[Finding] = []
        self.answers: Counter[tuple[int, str]] = Counter()
        """How often what was answered, to items and to whole requests."""
        self.happened: Counter[str] = Counter()
        """How often what happened of which a run should have its share: see `noted`."""
        self._arrived: dict[int, int] = {}
        self._heard: dict[int, int] = {}
        self._served: list[Posted] = []
        self._made = 0
        self.phones = [self._phone(number) for number in range(phones)]

    def _phone(self, number: int) -> Phone:
        person = CONTACTS[number % len(CONTACTS)]
        who = str(self.town.users[person].pk)
        phone = Phone(number, who, person, number, who)
        phone.rows = self.record.shown(*self.around())
        self.server.sessions[number] = who
        return phone

    def around(self) -> tuple[Any, Any]:
        """The first and the last day that phones show."""
        return self.server.today() - AROUND, self.server.today() + AROUND

    def noted(self, what: str, really: bool = True) -> None:
        """Count something that happened, so that it can be seen whether it happens often enough."""
        self.happened[what] += really

    # making

    def number(self) -> int:
        """The next number of this run, for keys and for texts nobody else wrote."""
        self._made += 1
        return self._made

    def key(self) -> str:
        """A fresh key."""
        return str(UUID(int=KEYS + self.number()))

    def visit(self, phone: Phone, place: int = 0, replaces: str = "") -> dict[str, Any]:
        """A visit as this phone's app writes it, with a text that stands nowhere else."""
        self.noted("a visit by a clock that is a day or more wrong", abs(phone.skew) >= timedelta(days=1))
        body = {
            **meant("log", {}),
            "kind": "school_visit",
            "happened_on": phone.today(self.server.now).isoformat(),
            "starts_at": "08:15",
            "minutes": 60,
            "place": PLACES[place % len(PLACES)],
            "people": [phone.person],
            "purpose": "preventive",
            "note": f"text {self.number()}",
            "replaces": replaces,
        }
        return phone.written("log", body)

    # what was promised

    def promise(self, phone: Phone, item: Item, *, instead: bool = False) -> None:
        """The phone has said that this is kept; `instead` of what it kept under this key before."""
        contents = self.promised.setdefault((phone.number, item.key), set())
        if instead:
            contents.clear()
        contents.add(words(item.do, item.body))

    def release(self, phone: Phone, item: Item) -> None:
        """Its writer has taken this away, or written something else in its place."""
        self.promised.get((phone.number, item.key), set()).discard(words(item.do, item.body))

    def finish(self, phone: Phone, tab: Tab) -> Item:
        """Save a tab, with all that this promises."""
        before = phone.storage.item(tab.item.id)
        saved = phone.finish(tab, self.key())
        alone = before is None or saved.id == before.id
        if (before and (not alone or before.refused)) or (before is None and saved.key in self.sent_keys):
            self.forked.add(saved.key)
        if before and alone and before != saved:
            self.release(phone, before)
        self.promise(phone, saved)
        return saved

    # the network

    def post(self, phone: Phone) -> Posted | None:
        """A phone sends what waits."""
        parcel = tuple(phone.parcel())
        if not parcel:
            return None
        items = [{"key": each.key, "do": each.do, "body": each.body, "about_nobody": False} for each in parcel]
        day = phone.today(self.server.now).isoformat()
        speaks = 1 if phone.old_app else self.newest
        said = {"format": speaks, "who": phone.who, "day": day, "items": items}
        self.sent_keys.update(each.key for each in parcel)
        posted = Posted(phone, phone.session, parcel, json.dumps(said).encode(), self.number())
        self.requests.append(posted)
        return posted

    newest = 1
    """The format of the newest app."""

    def deliver(
        self, posted: Posted, *, between: Callable[[], None] | None = None, fault: Fault | None = None
    ) -> Returned:
        """A request reaches the server, and is answered, unless the server is killed."""
        latest = self._arrived.get(posted.phone.number, 0)
        self.noted("a request arrives again", posted.number == latest)
        self.noted("a request arrives after a newer one", posted.number < latest)
        self._arrived[posted.phone.number] = max(latest, posted.number)
        self._served.append(posted)
        reply = self.server.post(posted.session, posted.said, between=between, fault=fault)
        self._served.pop()
        self.answers[reply.status, str(reply.said.get("code", ""))] += 1
        returned = Returned(posted, reply)
        if reply.status:
            self.replies.append(returned)
        return returned

    def receive(self, returned: Returned) -> None:
        """A reply reaches its phone."""
        self.replies.remove(returned)
        phone, reply = returned.posted.phone, returned.reply
        latest = self._heard.get(phone.number, 0)
        self.noted("a reply is heard after a newer one", returned.posted.number < latest)
        self._heard[phone.number] = max(latest, returned.posted.number)
        if reply.status == 200:
            for idle in phone.settle(returned.posted.parcel, reply.said["items"]):
                self.release(phone, idle)
        if reply.said.get("code") == "other_user":
            phone.who = self.server.sessions.get(phone.session, phone.who)

    def exchange(self, phone: Phone) -> int:
        """A phone sends and hears back; gives the status, 0 where nothing waited."""
        posted = self.post(phone)
        if not posted:
            return 0
        self.requests.remove(posted)
        returned = self.deliver(posted)
        self.receive(returned)
        return returned.reply.status

    def refresh(self, phone: Phone) -> bool:
        """A phone fetches what every phone shows."""
        reply = self.server.pack(phone.session)
        if reply.status != 200:
            return False
        phone.who, phone.state, phone.rows = reply.said["who"], reply.said["state"], reply.said["rows"]
        return True

    def _broken(self, what: str) -> None:
        self.findings.append(Finding("answered", f"the server broke: {what}"))

    def _taken(self, item: Any, answer: Any) -> None:
        """Hold every answer of the server against what it ought to be; without one the item was stored all the same."""
        posted, today = self._served[-1], self.server.today()
        last_day = max(today, min(date.fromisoformat(json.loads(posted.said)["day"]), today + BELIEVED_AHEAD))
        person = next(
            ref for ref, user in self.town.users.items() if str(user.pk) == self.server.sessions[posted.session]
        )
        ought = self.record.take(item.said, item.do, dict(item.body.said), person, last_day)
        if answer is not None:
            self._answered(item, answer, ought)

    def _answered(self, item: Any, answer: Any, ought: Answered) -> None:
        self.answers[answer.status, answer.code] += 1
        shown = (answer.stored or {}).get("key", "")
        if (answer.status, shown) != (ought.status, ought.shown):
            what = f"{item.do} {short(item.said)}: {answer.status} {answer.code} showing {short(shown)}, not {ought}"
            self.findings.append(Finding("answered", what))
        if answer.code == "key_conflict" and item.said not in self.forked:
            self.findings.append(Finding("answered", f"{item.do} {short(item.said)} conflicts with itself"))


def short(key: str) -> str:
    """A key in few letters: the number it was made from."""
    number = UUID(key).int - KEYS if key else 0
    return f"#{number}" if 0 < number < 1 << 60 else key[-3:]


def _planned(key: str, content: dict[str, Any]) -> Row:
    return Row(key, "log", meant("log", content))
