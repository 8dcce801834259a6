"""The stored file as values. Reading takes a while, so what was read is remembered by the file's hash."""

from functools import lru_cache
from hashlib import sha256

from politikontakt.core.agreement import model
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.privacy.national_ids import find_national_ids

FILE = "agreement.toml"
NATIONAL_ID = "national_id"


@lru_cache(maxsize=64)
def read(source: bytes, file: str = FILE) -> model.Agreement:
    """The agreement in a file's bytes. Raises FaultyInput with every fault."""
    return read_agreement(source, file=file, kinds=KINDS)


def read_screened(source: bytes, file: str = FILE) -> model.Agreement:
    """The same for a file that somebody gives us: no national identity number, not even in a comment of the file."""
    agreement, faults = _read_or_faults(source, file)
    known = {fault.line for fault in faults if fault.code == NATIONAL_ID}
    found = [fault for fault in national_id_faults(source, file) if fault.line not in known]
    if agreement is None or found:
        raise FaultyInput([*faults, *found])
    return agreement


def _read_or_faults(source: bytes, file: str) -> tuple[model.Agreement | None, tuple[Fault, ...]]:
    try:
        return read(source, file), ()
    except FaultyInput as faulty:
        return None, faulty.faults


def national_id_faults(source: bytes, file: str) -> list[Fault]:
    """A fault for each line of a file that holds a national identity number."""
    lines = source.decode("utf-8", "replace").splitlines()
    return [Fault(NATIONAL_ID, file, number) for number, line in enumerate(lines, 1) if find_national_ids(line)]


def fingerprint(source: bytes) -> str:
    """The file's hash, as people compare it."""
    return sha256(source).hexdigest()
