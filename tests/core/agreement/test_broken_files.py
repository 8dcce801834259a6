"""Each file in `broken/` has its faults written beside it: line, key, code, in that order, `-` where there is none."""

from pathlib import Path

import pytest

from politikontakt.core.faults import Fault
from tests.core.agreement.example import BROKEN, faults_of

FILES = sorted(BROKEN.glob("*.toml"))


def as_written(faults: tuple[Fault, ...]) -> list[str]:
    return [f"{fault.line or '-'}  {fault.key or '-'}  {fault.code}" for fault in faults]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_broken_agreement_gives_all_its_faults_at_once(file: Path):
    expected = file.with_suffix(".faults").read_text().splitlines()

    assert as_written(faults_of(file.read_bytes())) == expected


def test_every_broken_agreement_has_its_faults_written_beside_it():
    assert {file.stem for file in FILES} == {file.stem for file in BROKEN.glob("*.faults")}
    assert len(FILES) >= 40


def test_every_fault_names_the_file_as_it_was_given():
    for file in FILES:
        assert {fault.file for fault in faults_of(file.read_bytes())} == {"dalen.toml"}
