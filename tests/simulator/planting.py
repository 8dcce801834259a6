"""Faults that are planted to see whether they are found. They come from here: the code under test has no switch."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from itertools import count
from typing import Any
from unittest.mock import patch
from uuid import UUID

from django.db import OperationalError

from politikontakt.modules.access.writes import Write
from politikontakt.modules.audit import services as audit
from politikontakt.modules.audit.models import AuditRow
from politikontakt.web.field.pack import views as pack
from politikontakt.web.field.sync import taking
from tests.simulator.phone import Phone, Tab
from tests.simulator.storage import Item

OTHER_KEYS = 0xBAD << 100


@contextmanager
def ignored_key() -> Iterator[None]:
    """The server does not look whether it has seen a key: what comes again is stored again."""
    store, numbers = taking._stored, count(1)

    def forgetful(item: Any, key: UUID, circumstances: Any) -> taking.Answer:
        seen = AuditRow.objects.filter(key=key).exists()
        given = UUID(int=OTHER_KEYS + next(numbers)) if seen else key
        return store(replace(item, key=given), given, circumstances)

    with patch.object(taking, "_stored", forgetful):
        yield


@contextmanager
def ignored_content() -> Iterator[None]:
    """The server takes any content under a key that it knows for the one it has: the second text is gone."""

    def trusting(head: Any, *, key: UUID, **_: Any) -> AuditRow | None:
        row: AuditRow | None = AuditRow.objects.filter(key=key).first()
        return row

    with patch.object(audit, "earlier", trusting):
        yield


@contextmanager
def hollow_answer() -> Iterator[None]:
    """The server says stored before it stores, and then does not."""
    take_one = taking.take_one

    def hollow(item: Any, circumstances: Any) -> taking.Answer:
        with taking.transaction.atomic():
            answer = take_one(item, circumstances)
            taking.transaction.set_rollback(answer.status == taking.STORED and item.key.int % 3 == 0)
        return answer

    with patch.object(taking, "take_one", hollow):
        yield


@contextmanager
def deaf_server() -> Iterator[None]:
    """The server says stored also where the database has refused."""
    take_one = taking.take_one

    def deaf(item: Any, circumstances: Any) -> taking.Answer:
        try:
            return take_one(item, circumstances)
        except OperationalError:
            return taking.Answer(item.said, taking.STORED, stored={"key": item.said})

    with patch.object(taking, "take_one", deaf):
        yield


@contextmanager
def silent_write() -> Iterator[None]:
    """Taking back leaves no audit row."""
    seal = Write.seal

    def silent(self: Write, *subject: Any) -> None:
        if self.action != "activities.take_back":
            seal(self, *subject)

    with patch.object(Write, "seal", silent):
        yield


@contextmanager
def torn_chain() -> Iterator[None]:
    """An audit row says another name than the one it was sealed with."""
    seal = audit.seal

    def torn(row: AuditRow) -> str:
        hash_of_truth = seal(row)
        row.actor_name = "somebody else"
        return hash_of_truth

    with patch.object(audit, "seal", torn):
        yield


@contextmanager
def short_pack() -> Iterator[None]:
    """The server leaves planned visits out of what phones show."""
    whole = pack.activities_as_json
    with patch.object(
        pack, "activities_as_json", lambda *days: [each for each in whole(*days) if each["status"] != "planned"]
    ):
        yield


@contextmanager
def careless_draft() -> Iterator[None]:
    """A tab keeps its draft over whatever another tab has saved meanwhile."""

    def careless(self: Phone, tab: Tab) -> None:
        tab.item = tab.opened = self.storage.keep(tab.item)

    with patch.object(Phone, "keep_draft", careless):
        yield


@contextmanager
def impatient_phone() -> Iterator[None]:
    """A phone takes everything for stored as soon as it has sent it."""
    parcel = Phone.parcel

    def impatient(self: Phone) -> list[Item]:
        sent = parcel(self)
        for each in sent:
            self.storage.remove(each.id)
        return sent

    with patch.object(Phone, "parcel", impatient):
        yield


PLANTED: Mapping[str, tuple[Callable[[], AbstractContextManager[None]], str]] = {
    "key": (ignored_key, "doubled"),
    "content": (ignored_content, "lost"),
    "answer": (hollow_answer, "lost"),
    "database": (deaf_server, "lost"),
    "audit": (silent_write, "unaudited"),
    "chain": (torn_chain, "unaudited"),
    "pack": (short_pack, "disagreeing"),
    "draft": (careless_draft, "lost"),
    "phone": (impatient_phone, "lost"),
}
"""By name: how the fault is planted, and what has to be found."""


def planted(name: str | None) -> AbstractContextManager[None]:
    """A fault by its name, nothing for None."""
    return PLANTED[name][0]() if name else nullcontext()
