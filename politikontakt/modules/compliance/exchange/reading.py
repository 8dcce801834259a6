"""A folder that somebody gives us, as values; or every fault it has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records
from politikontakt.modules.agreements.queries import agreements
from politikontakt.modules.agreements.reading import national_id_faults, read_screened
from politikontakt.modules.compliance.exchange.names import AGREEMENT, PLANNING, agreement_files

T = TypeVar("T")

NO_AGREEMENT = Fault("no_agreement", AGREEMENT)
"""Records can't be read without the agreement that their commitments, parties and roles belong to."""


@dataclass(frozen=True, slots=True)
class AgreementFile:
    """An agreement file of the folder: its name, its bytes, and what they say."""

    name: str
    source: bytes
    content: Agreement


@dataclass(frozen=True, slots=True)
class Folder:
    """What a faultless folder says."""

    agreements: tuple[AgreementFile, ...]
    records: Records
    planning: bytes | None


def read_folder(files: Mapping[str, bytes]) -> Folder:
    """Read everything, or raise FaultyInput with every fault of every file.

    The records are checked against the folder's agreements, and those of the municipality that it leaves out.
    """
    faults: list[Fault] = []
    given = [_or_faults(partial(_agreement_file, name, files[name]), faults) for name in agreement_files(files)]
    found = [each for each in given if each]
    known = None if faults else _all_named([each.content for each in found])
    if known is None and not faults:
        faults.append(NO_AGREEMENT)
    records = _or_faults(lambda: read_records(files, known), faults)
    faults += national_id_faults(files.get(PLANNING, b""), PLANNING)
    if faults or records is None:
        raise FaultyInput(faults)
    return Folder(tuple(found), records, files.get(PLANNING))


def _agreement_file(name: str, source: bytes) -> AgreementFile:
    return AgreementFile(name, source, read_screened(source, name))


def _or_faults(read: Callable[[], T], faults: list[Fault]) -> T | None:
    try:
        return read()
    except FaultyInput as faulty:
        faults += faulty.faults
        return None


def _all_named(given: Sequence[Agreement]) -> Agreement | None:
    """One agreement with the clauses, roles and parties of all, given and stored, so that rows may name any of them."""
    ids = {agreement.id for agreement in given}
    every = [*(stored.content for stored in agreements() if stored.row.ref not in ids), *given]
    if not every:
        return None
    return replace(
        every[-1],
        clauses=tuple(clause for agreement in every for clause in agreement.clauses),
        roles=tuple(role for agreement in every for role in agreement.roles),
        parties=tuple(party for agreement in every for party in agreement.parties),
    )
