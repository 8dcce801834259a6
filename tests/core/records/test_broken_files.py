"""Each folder in `broken/` has its faults written beside it: file, line, column, code; `-` where there is none."""

from pathlib import Path

import pytest

from politikontakt.core.faults import FaultyInput
from politikontakt.core.records.read import read_records
from tests.core.records.folders import BROKEN, DALEN, on_disk

FOLDERS = sorted(file.with_suffix("") for file in BROKEN.glob("*.faults"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_broken_folder_gives_all_its_faults_at_once(folder: Path):
    expected = folder.with_suffix(".faults").read_text().splitlines()

    with pytest.raises(FaultyInput) as raised:
        read_records(on_disk(folder), DALEN)

    faults = raised.value.faults
    assert [f"{each.file}  {each.line or '-'}  {each.key or '-'}  {each.code}" for each in faults] == expected


def test_every_broken_folder_has_its_faults_written_beside_it():
    assert {folder.name for folder in FOLDERS} == {entry.name for entry in BROKEN.iterdir() if entry.is_dir()}
    assert len(FOLDERS) >= 36


def test_a_national_identity_number_is_repeated_in_no_fault():
    with pytest.raises(FaultyInput) as raised:
        read_records(on_disk(BROKEN / "national-identity-numbers"), DALEN)

    assert [dict(fault.values) for fault in raised.value.faults] == [{}] * 6
