"""What an item asks for, done by the services: one function for each thing a phone can do."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from politikontakt.modules.access.errors import NationalIdFound, Refused
from politikontakt.modules.access.facts import Recorded
from politikontakt.modules.access.membership import Membership
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.services import withdraw
from politikontakt.modules.activities import called_out
from politikontakt.modules.activities.entries import ActivityEntry
from politikontakt.modules.activities.models import Activity, LostTime
from politikontakt.modules.activities.services import correct_activity, log_activity
from politikontakt.modules.activities.undoing import take_back
from politikontakt.modules.audit.single import row_by
from politikontakt.modules.directory.models import Place
from politikontakt.web.field.sync.parcel import LONGEST_NOTE, Item, Misshapen, Reading
from politikontakt.web.ui.free_text import look_over

Row = TypeVar("Row", bound=Recorded)


class NoSuchRow(Exception):
    """The row that an item builds on was never stored here."""


class MayTellWho(Refused):
    """The note holds what may tell who it is about, and nobody has said that it is about nobody. Values: kinds."""

    code = "about_nobody"


class UnknownName(Refused):
    """A place or a person that this municipality does not have. Values: name (the field's)."""

    code = "unknown_name"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who the phone belongs to, and the last day that may be called past: today, or the phone's own."""

    member: Membership
    today: date


def log(item: Item, circumstances: Circumstances) -> Activity:
    """Log an activity, or correct the row it names: a plan that became done is such a correction."""
    assert item.key is not None
    return store(
        key=item.key,
        entry=_entry(item.body),
        replaced=_named(Activity, item.body.key("replaces")),
        by=circumstances.member.actor.confirming(confirmed_kinds(item)),
        today=circumstances.today,
    )


def store(*, replaced: Activity | None, entry: ActivityEntry, **write: Any) -> Activity:
    """Store what was logged. What it replaces keeps its place in the plan: series, period, number, confirmation."""
    if replaced is None:
        return log_activity(entry=entry, **write)
    kept = {name: getattr(replaced, name) for name in ("series", "period", "ordinal", "confirmed")}
    return correct_activity(activity=replaced, entry=replace(entry, **kept), **write)


def undo(item: Item, circumstances: Circumstances) -> Activity:
    """Take back an activity."""
    assert item.key is not None
    row = _needed(Activity, item.body.key("row"))
    return take_back(key=item.key, activity=row, by=circumstances.member.actor)


def begin_lost_time(item: Item, circumstances: Circumstances) -> LostTime:
    """The phone's owner is called away."""
    assert item.key is not None
    return called_out.call_out(
        key=item.key,
        person=me(circumstances.member),
        happened_on=item.body.day("happened_on"),
        cause=item.body.code("cause") or called_out.CAUSES[0],
        by=circumstances.member.actor,
        today=circumstances.today,
    )


def end_lost_time(item: Item, circumstances: Circumstances) -> LostTime:
    """The phone's owner is back."""
    assert item.key is not None
    lost, minutes = _needed(LostTime, item.body.key("call_out")), item.body.minutes("minutes")
    cause, by = item.body.code("cause"), circumstances.member.actor
    return called_out.come_back(key=item.key, lost=lost, minutes=minutes, by=by, cause=cause)


def undo_lost_time(item: Item, circumstances: Circumstances) -> LostTime:
    """It was a slip of the thumb."""
    assert item.key is not None
    lost = _needed(LostTime, item.body.key("call_out"))
    return withdraw(key=item.key, fact=lost, by=circumstances.member.actor)


def me(member: Membership) -> Person:
    """The person that a member is: the one in the first of their roles."""
    return member.holdings[0].person


def confirmed_kinds(item: Item) -> tuple[str, ...]:
    """The kinds of likely personal data in a note, which its writer confirmed; refused where nobody did."""
    found = look_over(item.body.text("note", LONGEST_NOTE))
    if found.refused:
        raise NationalIdFound("note")
    kinds = found.kinds
    if kinds and not item.about_nobody:
        raise MayTellWho(kinds=kinds)
    return kinds


def _entry(body: Reading) -> ActivityEntry:
    kind = body.code("kind")
    if not kind:
        raise Misshapen("kind")
    return ActivityEntry(
        kind=kind,
        status=body.code("status") or "done",
        happened_on=body.day("happened_on"),
        starts_at=body.clock("starts_at"),
        minutes=body.minutes("minutes"),
        place=_place(body.code("place")),
        people=_people(body.codes("people")),
        purpose=body.code("purpose"),
        audience=body.codes("audience"),
        themes=body.codes("themes"),
        partner=body.code("partner"),
        note=body.text("note", LONGEST_NOTE),
    )


def _place(ref: str) -> Place | None:
    if not ref:
        return None
    place = row_by(Place, ref=ref)
    if place is None:
        raise UnknownName(name="place")
    return place


def _people(refs: tuple[str, ...]) -> list[Person]:
    return [_person(each) for each in refs]


def _person(ref: str) -> Person:
    person = row_by(Person, ref=ref)
    if person is None:
        raise UnknownName(name="people")
    return person


def _named(model: type[Row], key: UUID | None) -> Row | None:
    return None if key is None else _needed(model, key)


def _needed(model: type[Row], key: UUID | None) -> Row:
    if key is None:
        raise Misshapen("row")
    row = row_by(model, key=key)
    if row is None:
        raise NoSuchRow
    return row
