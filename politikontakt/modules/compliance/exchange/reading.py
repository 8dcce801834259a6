"""A folder that somebody gives us, as values; or every fault it has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.privacy.national_ids import find_national_ids
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records
from politikontakt.modules.agreements.queries import agreements
from politikontakt.modules.agreements.reading import read_screened
from politikontakt.modules.compliance.exchange.names import AGREEMENT, PLANNING, agreement_files

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Folder:
    """What a faultless folder says. `agreements` are its agreement files: the content beside the bytes."""

    agreements: tuple[tuple[Agreement, bytes], ...]
    records: Records
    planning: bytes | None


def read_folder(files: Mapping[str, bytes]) -> Folder:
    """Read everything, or raise FaultyInput with every fault of every file.

    The records are checked against the folder's agreements, and those of the municipality that it leaves out.
    """
    faults: list[Fault] = []
    names = agreement_files(files)
    read = [_or_faults(lambda name=name: read_screened(files[name], name), faults) for name in names]
    found = [agreement for agreement in read if agreement]
    known = None if faults else _all_named([*_stored_beside(found), *found])
    if known is None and not faults:
        faults.append(Fault("no_agreement", AGREEMENT))
    records = _or_faults(lambda: read_records(files, known), faults)
    faults += _planning_faults(files)
    if faults or records is None:
        raise FaultyInput(faults)
    return Folder(tuple(zip(found, (files[name] for name in names), strict=True)), records, files.get(PLANNING))


def _or_faults(read: Callable[[], T], faults: list[Fault]) -> T | None:
    try:
        return read()
    except FaultyInput as faulty:
        faults += faulty.faults
        return None


def _stored_beside(found: Sequence[Agreement]) -> list[Agreement]:
    given = {agreement.id for agreement in found}
    return [stored.content for stored in agreements() if stored.row.ref not in given]


def _all_named(every: Sequence[Agreement]) -> Agreement | None:
    """One agreement with the clauses, roles and parties of all, so that rows may name any of them."""
    if not every:
        return None
    return replace(
        every[-1],
        clauses=tuple(clause for agreement in every for clause in agreement.clauses),
        roles=tuple(role for agreement in every for role in agreement.roles),
        parties=tuple(party for agreement in every for party in agreement.parties),
    )


def _planning_faults(files: Mapping[str, bytes]) -> list[Fault]:
    lines = files.get(PLANNING, b"").decode("utf-8", "replace").splitlines()
    return [Fault("national_id", PLANNING, number) for number, line in enumerate(lines, 1) if find_national_ids(line)]
