"""Whatever the bytes are, a reader gives values or faults; it never breaks."""

import random

import pytest

from politikontakt.core.agreement.lint import lint
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records
from politikontakt.core.records.write import write_records
from tests.core.records.folders import DALEN, DALEN_FILE
from tests.core.records.test_read import EVERY_FILE

BITS = [
    *(sign.encode() for sign in "[]{}\"'=,\n\r#.\\;| "),
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"""',
    b"[[clause]]",
    b"true",
    b"-1",
    b"1e9",
    b"nan",
    b"2020-01-01",
    b"99999999999999999999",
]


def spoilt(source: bytes, chance: random.Random) -> bytes:
    """The source with a few bytes put in, taken out, changed or said twice."""
    bytes_now = bytearray(source)
    for _ in range(chance.choice([1, 1, 2, 5])):
        first = chance.randrange(len(bytes_now) + 1)
        last = min(len(bytes_now), first + chance.randrange(12))
        bytes_now[first:last] = chance.choice([b"", chance.choice(BITS), bytes(bytes_now[first:last]) * 2])
    return bytes(bytes_now)


def agreement_or_faults(source: bytes) -> Agreement | tuple[Fault, ...]:
    try:
        return read_agreement(source, file="x", kinds=KINDS)
    except FaultyInput as faulty:
        return faulty.faults


def records_or_faults(files: dict[str, bytes]) -> Records | tuple[Fault, ...]:
    try:
        return read_records(files, DALEN)
    except FaultyInput as faulty:
        return faulty.faults


@pytest.mark.parametrize("seed", range(5))
def test_an_agreement_of_any_bytes_is_read_or_has_faults(seed: int):
    chance = random.Random(seed)

    for _ in range(60):
        found = agreement_or_faults(spoilt(DALEN_FILE.read_bytes(), chance))

        assert lint(found) if isinstance(found, Agreement) else found


@pytest.mark.parametrize("seed", range(5))
def test_records_of_any_bytes_are_read_or_have_faults(seed: int):
    chance = random.Random(seed)
    files = {name: text.encode() for name, text in EVERY_FILE.items()}

    for _ in range(60):
        name = chance.choice(list(files))
        found = records_or_faults({**files, name: spoilt(files[name], chance)})

        if isinstance(found, Records):
            written = write_records(found)
            assert write_records(read_records(written, DALEN)) == written
        else:
            assert found
