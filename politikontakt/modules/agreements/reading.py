"""The stored file as values. Reading takes a while, so what was read is remembered by the file's hash."""

from functools import lru_cache
from hashlib import sha256

from politikontakt.core.agreement import model
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.privacy.national_ids import find_national_ids

FILE = "agreement.toml"


@lru_cache(maxsize=64)
def read(source: bytes, file: str = FILE) -> model.Agreement:
    """The agreement in a file's bytes. Raises FaultyInput with every fault."""
    return read_agreement(source, file=file, kinds=KINDS)


def read_screened(source: bytes, file: str = FILE) -> model.Agreement:
    """The same for a file that somebody gives us: its free text may hold no national identity number."""
    lines = source.decode("utf-8", "replace").splitlines()
    found = [Fault("national_id", file, number) for number, line in enumerate(lines, 1) if find_national_ids(line)]
    try:
        agreement = read(source, file)
    except FaultyInput as faulty:
        raise FaultyInput([*faulty.faults, *found]) from None
    if found:
        raise FaultyInput(found)
    return agreement


def fingerprint(source: bytes) -> str:
    """The file's hash, as people compare it."""
    return sha256(source).hexdigest()
