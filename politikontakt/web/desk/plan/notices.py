"""The notices of an accepted proposal: to the addresses written beside its rows, and to the other contacts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from politikontakt.modules.access.services import is_address
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.actors import Actor
from politikontakt.web.desk.plan.proposal import MOVED, Change
from politikontakt.web.ui.telling import known_addresses, notice, tell_moved

FIELD = "to_"


@dataclass(frozen=True, slots=True)
class Notice:
    """What those who wait for a moved row would be told, and the address that is known for them."""

    change: Change
    to: str
    text: str


def notices(changes: Iterable[Change], by: Actor) -> Sequence[Notice]:
    """One for each moved row, ready to be looked at."""
    moved = [each for each in changes if each.kind == MOVED]
    if not moved:
        return ()
    known = known_addresses()
    return [Notice(each, known(each.partner, each.place), _text(each, by)) for each in moved]


def addresses_in(posted: Mapping[str, str], changes: Iterable[Change]) -> Mapping[str, str]:
    """The address beside each moved row, by the row's id; what is no address is left out."""
    written = {each.id: posted.get(f"{FIELD}{each.id}", "").strip() for each in changes if each.kind == MOVED}
    return {row: address for row, address in written.items() if is_address(address)}


def tell(changes: Iterable[Change], stored: Iterable[Activity], addresses: Mapping[str, str], by: Actor) -> int:
    """Queue a notice for each moved row that was accepted; gives how many. Whoever accepted is not told."""
    rows = {each.ref: each for each in stored}
    told = 0
    for change in changes:
        row = rows.get(change.id)
        if row is None or change.kind != MOVED or change.before is None or change.after is None:
            continue
        for address in {addresses.get(change.id, ""), *_colleagues(row, by)} - {""}:
            tell_moved(kind=row.kind, before=change.before, after=change.after, to=address, sender=by.name)
            told += 1
    return told


def _text(change: Change, by: Actor) -> str:
    if change.before is None or change.after is None:
        return ""
    return notice(kind=change.activity, before=change.before, after=change.after, sender=by.name)


def _colleagues(row: Activity, by: Actor) -> set[str]:
    """The e-mail of those who go, but not of the one who accepts."""
    users = [each.person.user for each in row.takers_part.select_related("person__user")]
    return {user.email for user in users if user and user.pk != by.user_id}
