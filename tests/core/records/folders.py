"""Folders of records on disk and in memory, and the small agreement they belong to."""

from collections.abc import Mapping
from pathlib import Path

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records

HERE = Path(__file__).parent
BROKEN = HERE / "broken"
DALEN_FILE = HERE / "dalen.toml"
DALEN = read_agreement(DALEN_FILE.read_bytes(), file="dalen.toml", kinds=KINDS)

PLACES = "id,name,kind\nnordre,Nordre skole,school\ntorget,Torget,street\nsenteret,Dalen senter,shopping_centre\n"
PEOPLE = "id,name\nkari,Kari Berg\nola,Ola Dal\n"


def on_disk(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def read(files: Mapping[str, str | bytes], agreement: Agreement | None = DALEN) -> Records:
    """The records in some files, with two people and three places where the files don't say others."""
    given = {"places.csv": PLACES, "people.csv": PEOPLE, **files}
    return read_records({name: _bytes(source) for name, source in given.items()}, agreement)


def faults_of(files: Mapping[str, str | bytes], agreement: Agreement | None = DALEN) -> tuple[Fault, ...]:
    """What is wrong with some files; nothing when they can be read."""
    try:
        read(files, agreement)
    except FaultyInput as faulty:
        return faulty.faults
    return ()


def _bytes(source: str | bytes) -> bytes:
    return source.encode() if isinstance(source, str) else source
