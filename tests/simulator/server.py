"""The server: its real views on a real database, with sessions that expire, a clock, and faults of the machine."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from unittest.mock import patch

from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import RequestFactory

from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.queries import municipality_at
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.clock import at
from politikontakt.web.field.pack import views as packing
from politikontakt.web.field.sync import parcel, taking
from politikontakt.web.field.sync.views import sync
from tests.simulator.machine import Fault, Killed, giving_up
from tests.simulator.town import SLUG, Town

REQUESTS = RequestFactory()
NO_ANSWER, FAULT, NOTHING_STORED = 0, 500, 503


@dataclass(frozen=True)
class Reply:
    """What came back: the status and the JSON. Nothing comes back of a server that was killed: its status is 0."""

    status: int
    said: dict[str, Any]


@dataclass
class Server:
    """Answers phones. `taken` is told of every item as soon as it is answered, whatever becomes of the reply; and of
    what was stored though the database said that it was not, without an answer.

    `broken` is told of what should never happen: an exception that nobody caught.
    """

    town: Town
    now: datetime
    taken: Callable[[parcel.Item, taking.Answer | None], None]
    broken: Callable[[str], None]
    format: int = 1
    sessions: dict[int, str] = field(default_factory=dict)
    """Who is signed in, by session. A session that is not here has expired."""
    take_one: Callable[..., taking.Answer] = field(default_factory=lambda: taking.take_one)

    def today(self) -> date:
        """The municipality's local day."""
        return self.town.municipality.today(self.now)

    def post(
        self, session: int, said: bytes, *, between: Callable[[], None] | None = None, fault: Fault | None = None
    ) -> Reply:
        """Take a parcel. `between` is done once, after its first item: another request that comes just then."""
        request = REQUESTS.post(f"/{SLUG}/felt/synk/", said, content_type="application/json")
        with patch.object(parcel, "FORMAT", self.format), self._watched(between, fault), giving_up(fault):
            return self._answer(sync, request, session)

    def pack(self, session: int) -> Reply:
        """What every phone shows. What is due is not asked each time: nothing in a run stores an agreement."""
        with patch.object(packing, "due_everywhere", lambda on: None):
            return self._answer(packing.pack, REQUESTS.get(f"/{SLUG}/felt/pakke/"), session)

    def _answer(self, view: Callable[..., Any], request: HttpRequest, session: int) -> Reply:
        """As the middleware does: who it is, whose pages, which day, and 503 where the database gives up."""
        who = self.sessions.get(session)
        today = self.today()
        try:
            municipality = municipality_at(SLUG)
            assert municipality
            member = self.town.member(who, today) if who else Membership(AnonymousUser(), municipality, today)
            vars(request).update(user=member.user, municipality=municipality, today=today, member=member)
            with within(municipality), at(self.now):
                answer = view(request, slug=SLUG)
        except OperationalError:
            return Reply(NOTHING_STORED, {})
        except Killed:
            connection.close()
            return Reply(NO_ANSWER, {})
        except Exception as fault:
            self.broken(repr(fault))
            return Reply(FAULT, {})
        return Reply(answer.status_code, json.loads(answer.content))

    @contextmanager
    def _watched(self, between: Callable[[], None] | None, fault: Fault | None) -> Iterator[None]:
        waits = [between] if between else []

        def watched(item: parcel.Item, circumstances: Any) -> taking.Answer:
            try:
                answer = self.take_one(item, circumstances)
            except OperationalError:
                if fault and fault.stored:
                    self.taken(item, None)
                raise
            self.taken(item, answer)
            if waits:
                waits.pop()()
            return answer

        with patch.object(taking, "take_one", watched):
            yield
