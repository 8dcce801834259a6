"""Taking what a phone sends: each item in a transaction of its own, once, with an answer that says how it went."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from politikontakt.modules.access.errors import Overtaken, Refused
from politikontakt.modules.access.facts import Fact
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.audit.errors import KeyConflict
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.audit.single import row_by
from politikontakt.web.field.sync import doing
from politikontakt.web.field.sync.parcel import Item, Misshapen, Parcel
from politikontakt.web.field.sync.rows import receipt, row_as_json, what_holds, written_by
from politikontakt.web.ui.wording.refusals import SENTENCES, refusal

BELIEVED_AHEAD = timedelta(days=2)
"""How far ahead of the server's day a phone's own day may be. Its clock may be wrong; the visit was real."""

STORED, REPEATED, MISSHAPEN, NO_SUCH_ROW, CONFLICT, REFUSED = 201, 200, 400, 404, 409, 422

DOING: Mapping[str, Callable[[Item, doing.Circumstances], Fact]] = {
    "log": doing.log,
    "take_back": doing.undo,
    "call_out": doing.begin_lost_time,
    "come_back": doing.end_lost_time,
    "never_out": doing.undo_lost_time,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How one item went. `stored` is what stands in its place where that is something else, as the phone shows it.

    Where the item itself is stored, `stored` is the receipt for it.
    """

    key: str
    status: int
    code: str = ""
    text: str = ""
    stored: Mapping[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        """For the phone."""
        return {
            "key": self.key,
            "status": self.status,
            "code": self.code,
            "text": self.text,
            "stored": dict(self.stored) if self.stored is not None else None,
        }


def take(parcel: Parcel, *, member: Membership, today: date) -> tuple[Answer, ...]:
    """Take a parcel's items one by one, in order. What could not be stored at all raises, and is sent again."""
    own = min(parcel.day, today + BELIEVED_AHEAD) if parcel.day else today
    circumstances = doing.Circumstances(member, max(today, own))
    return tuple(take_one(item, circumstances) for item in parcel.items)


def take_one(item: Item, circumstances: doing.Circumstances) -> Answer:
    """Take one item, and say how it went."""
    key = item.key
    if key is None or item.do not in DOING:
        return Answer(item.said, MISSHAPEN, "misshapen", misread())
    try:
        return _stored(item, key, circumstances)
    except Misshapen:
        return Answer(item.said, MISSHAPEN, "misshapen", misread())
    except doing.NoSuchRow:
        return Answer(item.said, NO_SUCH_ROW, "no_such_row", _("What this builds on was never stored."))
    except KeyConflict:
        text = SENTENCES["key_conflict"]()
        return Answer(item.said, CONFLICT, "key_conflict", text, row_as_json(written_by(key)))
    except Overtaken as overtaken:
        return Answer(item.said, CONFLICT, overtaken.code, refusal(overtaken), row_as_json(what_holds(overtaken.row)))
    except Refused as refused:
        return Answer(item.said, REFUSED, refused.code, refusal(refused))


@transaction.atomic
def _stored(item: Item, key: UUID, circumstances: doing.Circumstances) -> Answer:
    before = row_by(AuditRow, key=key)
    row = DOING[item.do](item, circumstances)
    return Answer(item.said, REPEATED if before else STORED, stored=receipt(row))


def misread() -> str:
    """What is said of an item that can't be read."""
    return _("This could not be read. Open it, look it over, and save it again.")
