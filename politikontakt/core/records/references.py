"""References that lead nowhere: to places, people, roles, parties and commitments that do not exist."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records

_NO_ROW = -1
_Known = frozenset[str] | None
"""The ids that exist. None where nobody can tell, so that no reference is wrong."""


@dataclass(frozen=True, slots=True)
class _Ids:
    place: _Known
    person: _Known
    role: _Known
    party: _Known
    commitment: _Known


_SINGLE = (
    ("roles", "role", "role", "role"),
    ("roles", "person", "person", "person"),
    ("activities", "place", "place", "place"),
    ("meetings", "place", "place", "place"),
    ("judgements", "commitment", "commitment", "commitment"),
    ("judgements", "party", "party", "party"),
    ("exceptions", "commitment", "commitment", "commitment"),
    ("disputes", "commitment", "commitment", "commitment"),
    ("disputes", "party", "party", "party"),
    ("closed_days", "place", "place", "place"),
    ("availability", "person", "person", "person"),
)
_SEVERAL = (
    ("activities", "people", "person"),
    ("meetings", "people", "person"),
    ("exceptions", "accepted_by", "party"),
)


def dangling(
    records: Records, agreement: Agreement | None, faulty: Mapping[str, frozenset[str] | None]
) -> Iterator[Finding]:
    """Each reference to what does not exist. A row that exists but is faulty is one that exists."""
    ids = _existing(records, agreement, faulty)
    for rows, name, key, kind in _SINGLE:
        known: _Known = getattr(ids, kind)
        for row, each in enumerate(getattr(records, rows) if known is not None else ()):
            found = getattr(each, name)
            if known is not None and found is not None and found not in known:
                yield _unknown(kind, rows, row, key, found, known)
    for rows, name, kind in _SEVERAL:
        known = getattr(ids, kind)
        for row, each in enumerate(getattr(records, rows) if known is not None else ()):
            for found in getattr(each, name):
                if known is not None and found not in known:
                    yield _unknown(kind, rows, row, name, found, known)
    yield from _subjects(records, agreement, ids)
    yield from _members(records, agreement, ids)


def _unknown(kind: str, rows: str, row: int, key: str, found: str, known: frozenset[str]) -> Finding:
    return Finding(f"unknown_{kind}", f"{rows}.csv", row, key, {"found": found, "choices": tuple(sorted(known))})


def _existing(records: Records, agreement: Agreement | None, faulty: Mapping[str, frozenset[str] | None]) -> _Ids:
    def of(file: str, rows: Iterable[str]) -> _Known:
        lost = faulty.get(file, frozenset())
        return None if lost is None else frozenset(rows) | lost

    return _Ids(
        place=of("places.csv", (place.id for place in records.places)),
        person=of("people.csv", (person.id for person in records.people)),
        role=frozenset(role.id for role in agreement.roles) if agreement else None,
        party=frozenset(party.id for party in agreement.parties) if agreement else None,
        commitment=frozenset(each.id for each in agreement.commitments) if agreement else None,
    )


def _subjects(records: Records, agreement: Agreement | None, ids: _Ids) -> Iterator[Finding]:
    """Subjects of exceptions and disputes: a place, a member, or what stands after a place and `/`."""
    if agreement is None or ids.place is None:
        return
    members = {each.id: frozenset(getattr(each.terms, "members", ())) for each in agreement.commitments}
    for rows in ("exceptions", "disputes"):
        for row, each in enumerate(getattr(records, rows)):
            if each.subject is None or each.commitment not in members:
                continue
            if not _is_subject(each.subject, ids.place, members[each.commitment]):
                choices = tuple(sorted(members[each.commitment] or ids.place))
                values = {"found": each.subject, "choices": choices}
                yield Finding("unknown_subject", f"{rows}.csv", row, "subject", values)


def _members(records: Records, agreement: Agreement | None, ids: _Ids) -> Iterator[Finding]:
    """Places that the agreement names as members and the records don't have. Without any places nothing is said."""
    if agreement is None or not ids.place:
        return
    for commitment in agreement.commitments:
        if getattr(commitment.terms, "each_of", None) == "place":
            for member in getattr(commitment.terms, "members", ()):
                if member not in ids.place:
                    values = {"found": member, "commitment": commitment.id}
                    yield Finding("unknown_member_place", "places.csv", _NO_ROW, "id", values)


def _is_subject(subject: str, places: frozenset[str], members: frozenset[str]) -> bool:
    if subject in places or subject in members:
        return True
    return any(subject.startswith(f"{place}/") for place in places)
