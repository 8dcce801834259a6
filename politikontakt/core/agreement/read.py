"""An agreement file as values, or every fault that keeps it from being read."""

from collections.abc import Sequence
from typing import Any

from politikontakt.core.agreement import fields
from politikontakt.core.agreement.amendments import read_amendments
from politikontakt.core.agreement.clauses import read_clauses
from politikontakt.core.agreement.model import Agreement, Party, Role
from politikontakt.core.agreement.shapes import Names, one_of, party
from politikontakt.core.agreement.tables import Reading, Table
from politikontakt.core.agreement.terms import Kinds
from politikontakt.core.agreement.toml import parse
from politikontakt.core.agreement.unique import note_repeats, said
from politikontakt.core.agreement.vocabulary import PARTY_KINDS
from politikontakt.core.faults import Fault, FaultyInput

TIME_ZONE = "Europe/Oslo"
SCHOOL_YEAR_STARTS = (8, 1)


def read_agreement(source: bytes, *, file: str, kinds: Kinds) -> Agreement:
    """Read an agreement. `file` is the name the user knows it by; `kinds` are the rule kinds that exist.

    Raises `FaultyInput` with all faults in the order of the file. Where the file is no TOML at
    all, the parser's first complaint is the only one there can be.
    """
    document, faults = parse(source, file=file)
    reading = Reading(document, faults=faults)
    top = Table(reading, (), document.content)
    head = _read_head(top)
    parties = _read_parties(top)
    roles = _read_roles(top)
    clauses = read_clauses(top, kinds)
    amendments = read_amendments(top, clauses, kinds)
    top.finish()
    if reading.faults:
        raise FaultyInput(sorted(reading.faults, key=_place))
    return Agreement(
        **head,
        parties=tuple(Party(**each) for each in parties),
        roles=tuple(Role(**each) for each in roles),
        clauses=tuple(each.clause() for each in clauses),
        amendments=tuple(each.amendment() for each in amendments),
    )


def _place(fault: Fault) -> tuple[int, str]:
    return fault.line or 0, fault.key


def _read_head(top: Table) -> dict[str, Any]:
    top.take("format", fields.format_number())
    head = {
        "id": top.take("id", fields.identifier()),
        "title": top.take("title", fields.texts()),
        "municipality": top.take("municipality", fields.text()),
        "signed_on": top.take("signed_on", fields.near_day()),
        "effective_from": top.take("effective_from", fields.near_day()),
        "expires_on": top.take("expires_on", fields.near_day()),
        "time_zone": top.take("time_zone", fields.time_zone(), default=TIME_ZONE),
        "school_year_starts": top.take("school_year_starts", fields.month_day(), default=SCHOOL_YEAR_STARTS),
    }
    first, last = head["effective_from"], head["expires_on"]
    if first and last and last < first:
        top.reading.wrong(("expires_on",), "expires_before_start", found=last, first=first)
    return head


def _read_parties(top: Table) -> Sequence[dict[str, Any]]:
    tables = top.tables("party")
    note_repeats(tables)
    top.reading.names = Names(roles=frozenset(), parties=said(tables))
    return [_read_party(table) for table in tables]


def _read_party(table: Table) -> dict[str, Any]:
    found = {
        "id": table.take("id", fields.identifier()),
        "name": table.take("name", fields.text()),
        "kind": table.take("kind", one_of(*PARTY_KINDS)),
    }
    table.finish()
    return found


def _read_roles(top: Table) -> Sequence[dict[str, Any]]:
    tables = top.tables("role")
    note_repeats(tables)
    top.reading.names = Names(roles=said(tables), parties=top.reading.names.parties)
    return [_read_role(table) for table in tables]


def _read_role(table: Table) -> dict[str, Any]:
    found = {
        "id": table.take("id", fields.identifier()),
        "title": table.take("title", fields.texts()),
        "party": table.take("party", party()),
    }
    table.finish()
    return found
