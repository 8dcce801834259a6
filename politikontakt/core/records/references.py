"""References that lead nowhere: to places, people, roles, parties and commitments that do not exist."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from politikontakt.core.agreement.amended import terms_over_time
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.records.finding import Finding
from politikontakt.core.records.model import Records

_NO_ROW = -1
_Known = Mapping[str, frozenset[str] | None]
"""The ids that exist, by what they name. None where nobody can tell, so that no reference is wrong."""

_SINGLE = (
    ("roles", "role", "role"),
    ("roles", "person", "person"),
    ("activities", "place", "place"),
    ("meetings", "place", "place"),
    ("judgements", "commitment", "commitment"),
    ("judgements", "party", "party"),
    ("exceptions", "commitment", "commitment"),
    ("disputes", "commitment", "commitment"),
    ("disputes", "party", "party"),
    ("closed_days", "place", "place"),
    ("availability", "person", "person"),
)
"""Rows, the field (and column) that refers, and what it refers to."""
_SEVERAL = (
    ("activities", "people", "person"),
    ("meetings", "people", "person"),
    ("exceptions", "accepted_by", "party"),
)


def dangling(records: Records, agreement: Agreement | None, incomplete: Collection[str]) -> Iterator[Finding]:
    """Each reference to what does not exist.

    Without an agreement its names are not looked up. References into `incomplete` files, of which
    rows are lost, are left alone.
    """
    known = _known(records, agreement, incomplete)
    for rows, name, kind in _SINGLE:
        yield from _in_column(records, rows, name, kind, known)
    for rows, name, kind in _SEVERAL:
        yield from _in_lists(records, rows, name, kind, known)
    places = known["place"]
    if agreement is not None and places is not None:
        yield from _subjects(records, agreement, places)
        yield from _members(agreement, places)


def _known(records: Records, agreement: Agreement | None, incomplete: Collection[str]) -> _Known:
    def of(file: str, rows: Iterable[Any]) -> frozenset[str] | None:
        return None if file in incomplete else frozenset(each.id for each in rows if each.id is not None)

    return {
        "place": of("places.csv", records.places),
        "person": of("people.csv", records.people),
        "role": frozenset(each.id for each in agreement.roles) if agreement else None,
        "party": frozenset(each.id for each in agreement.parties) if agreement else None,
        "commitment": frozenset(each.id for each in agreement.commitments) if agreement else None,
    }


def _in_column(records: Records, rows: str, name: str, kind: str, known: _Known) -> Iterator[Finding]:
    ids = known[kind]
    if ids is None:
        return
    for row, each in enumerate(getattr(records, rows)):
        found = getattr(each, name)
        if found is not None and found not in ids:
            yield _unknown(kind, rows, row, name, found, ids)


def _in_lists(records: Records, rows: str, name: str, kind: str, known: _Known) -> Iterator[Finding]:
    ids = known[kind]
    if ids is None:
        return
    for row, each in enumerate(getattr(records, rows)):
        for found in getattr(each, name):
            if found not in ids:
                yield _unknown(kind, rows, row, name, found, ids)


def _unknown(kind: str, rows: str, row: int, key: str, found: str, ids: frozenset[str]) -> Finding:
    return Finding(f"unknown_{kind}", f"{rows}.csv", row, key, {"found": found, "choices": tuple(sorted(ids))})


def _subjects(records: Records, agreement: Agreement, places: frozenset[str]) -> Iterator[Finding]:
    """Subjects of exceptions and disputes: a place, a member, or what stands after a place and `/`."""
    members = {each.id: frozenset(_members_ever(agreement, each.id)) for each in agreement.commitments}
    for rows in ("exceptions", "disputes"):
        for row, each in enumerate(getattr(records, rows)):
            if each.subject is None or each.commitment not in members:
                continue
            own = members[each.commitment]
            if each.subject not in own and not _begins_with_a_place(each.subject, places):
                values = {"found": each.subject, "choices": tuple(sorted(own or places))}
                yield Finding("unknown_subject", f"{rows}.csv", row, "subject", values)


def is_subject(subject: str, agreement: Agreement, commitment: str, places: Iterable[str]) -> bool:
    """Whether an exception or a dispute can be about this: a place, a member, or what stands after a place and `/`."""
    return subject in set(_members_ever(agreement, commitment)) or _begins_with_a_place(subject, frozenset(places))


def _begins_with_a_place(subject: str, places: frozenset[str]) -> bool:
    return subject in places or any(subject.startswith(f"{place}/") for place in places)


def _members(agreement: Agreement, places: frozenset[str]) -> Iterator[Finding]:
    """Places that the agreement names as members and the records don't have. Without any places nothing is said."""
    if not places:
        return
    for commitment in agreement.commitments:
        for member in _members_ever(agreement, commitment.id, each_of="place"):
            if member not in places:
                values = {"found": member, "commitment": commitment.id}
                yield Finding("unknown_member_place", "places.csv", _NO_ROW, "id", values)


def _members_ever(agreement: Agreement, commitment_id: str, *, each_of: str | None = None) -> Iterable[str]:
    """The members of a commitment as signed and as amended, each once; only those that are `each_of`, where given."""
    commitment = next(each for each in agreement.commitments if each.id == commitment_id)
    terms = (each.terms for each in terms_over_time(agreement, commitment))
    fitting = (each for each in terms if each_of is None or getattr(each, "each_of", None) == each_of)
    return dict.fromkeys(member for each in fitting for member in getattr(each, "members", ()))
