"""Keeping the directory: places, closed days, absences, partners, the public contact card."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from politikontakt.core.agreement.vocabulary import PLACE_KINDS
from politikontakt.core.records.columns import ABSENCE_KINDS, BLOCKS
from politikontakt.modules.access.errors import EndsBeforeItBegins, RefTaken, UnknownWord
from politikontakt.modules.access.models import Person
from politikontakt.modules.access.writes import Write
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.directory.errors import ClosesBeforeItOpens, StagesBackwards
from politikontakt.modules.directory.models import Absence, ClosedDays, ContactCard, Partner, Place

LAST_STAGE = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFields:
    """All that is said of a place beside its id. Stages are school years 1–13; it is open on both days named."""

    name: str
    kind: str
    stage_from: int | None = None
    stage_to: int | None = None
    owner: str = ""
    opened_on: date | None = None
    closed_on: date | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFields:
    """All that is said of a partner beside its id."""

    name: str
    kind: str = ""
    place: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    contact_email: str = ""


@transaction.atomic
def add_place(*, key: UUID, ref: str, fields: PlaceFields, by: Actor) -> Place:
    """Enter a place under the id that files know it by."""
    _check_place(fields)
    write = Write(key, "directory.add_place", by, {"ref": ref, **asdict(fields)})
    if write.repeated:
        return write.first(Place)
    if Place.objects.filter(ref=ref).exists():
        raise RefTaken(ref=ref)
    return write.done(write.add(Place, ref=ref, **asdict(fields)))


@transaction.atomic
def change_place(*, key: UUID, place: Place, fields: PlaceFields, by: Actor) -> Place:
    """Change what is said of a place, such as the day it closed."""
    _check_place(fields)
    write = Write(key, "directory.change_place", by, {"ref": place.ref, **asdict(fields)})
    if write.repeated:
        return write.first(Place)
    write.change(place, **asdict(fields))
    return write.done(place)


@transaction.atomic
def close_days(
    *, key: UUID, first: date, last: date, by: Actor, place: Place | None = None, reason: str = ""
) -> ClosedDays:
    """Say on which days a school can't be visited; without a place every school."""
    if last < first:
        raise EndsBeforeItBegins(first=first, last=last)
    body = {"place": place and place.ref, "first": first, "last": last, "reason": reason}
    write = Write(key, "directory.close_days", by, body)
    if write.repeated:
        return write.first(ClosedDays)
    return write.done(write.add(ClosedDays, place=place, first=first, last=last, reason=reason))


@transaction.atomic
def note_absence(
    *,
    key: UUID,
    person: Person,
    first: date,
    last: date,
    by: Actor,
    blocks: Sequence[str] = (),
    kind: str = "leave",
) -> Absence:
    """Say when a contact is not available: leave, course or duty; without blocks the whole day."""
    if last < first:
        raise EndsBeforeItBegins(first=first, last=last)
    for word, known in ((kind, ABSENCE_KINDS), *((block, BLOCKS) for block in blocks)):
        if word not in known:
            raise UnknownWord(word=word)
    body = {"person": person.ref, "first": first, "last": last, "blocks": blocks, "kind": kind}
    write = Write(key, "directory.note_absence", by, body)
    if write.repeated:
        return write.first(Absence)
    absence = write.add(Absence, person=person, first=first, last=last, blocks=tuple(blocks), kind=kind)
    return write.done(absence)


@transaction.atomic
def add_partner(*, key: UUID, ref: str, fields: PartnerFields, by: Actor) -> Partner:
    """Enter a partner, and the person there to talk to."""
    write = Write(key, "directory.add_partner", by, {"ref": ref, **asdict(fields)})
    if write.repeated:
        return write.first(Partner)
    if Partner.objects.filter(ref=ref).exists():
        raise RefTaken(ref=ref)
    return write.done(write.add(Partner, ref=ref, **asdict(fields)))


@transaction.atomic
def change_partner(*, key: UUID, partner: Partner, fields: PartnerFields, by: Actor) -> Partner:
    """Change what is said of a partner."""
    write = Write(key, "directory.change_partner", by, {"ref": partner.ref, **asdict(fields)})
    if write.repeated:
        return write.first(Partner)
    write.change(partner, **asdict(fields))
    return write.done(partner)


@transaction.atomic
def set_contact_card(
    *,
    key: UUID,
    phone: str,
    reception: Mapping[str, str],
    by: Actor,
    email: str = "",
    presence: Mapping[str, str] | None = None,
) -> ContactCard:
    """Say how residents reach the contacts and where the reception is. The card before it is kept as history."""
    texts = {"reception": dict(reception), "presence": dict(presence or {})}
    fields = {"phone": phone, "email": email, **texts}
    write = Write(key, "directory.set_contact_card", by, fields)
    if write.repeated:
        return write.first(ContactCard)
    old = ContactCard.current.first()
    return write.done(write.correct(old, **fields) if old else write.add(ContactCard, **fields))


def _check_place(fields: PlaceFields) -> None:
    if fields.kind not in PLACE_KINDS:
        raise UnknownWord(word=fields.kind)
    stages = [stage for stage in (fields.stage_from, fields.stage_to) if stage is not None]
    if stages != sorted(stages) or any(not 1 <= stage <= LAST_STAGE for stage in stages):
        raise StagesBackwards(first=fields.stage_from, last=fields.stage_to)
    if fields.opened_on and fields.closed_on and fields.closed_on < fields.opened_on:
        raise ClosesBeforeItOpens(first=fields.opened_on, last=fields.closed_on)
