"""Reading what a command is given: an agreement file and a folder of records."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from politikontakt.cli.trouble import says
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.records.model import Records

T = TypeVar("T")


def read_agreement_file(path: Path) -> Agreement:
    """The agreement in a file. Its faults name the file as it was given."""
    from politikontakt.core.agreement.read import read_agreement
    from politikontakt.core.commitments.rules import KINDS

    return read_agreement(_bytes_of(path), file=str(path), kinds=KINDS)


def read_folder(path: Path, agreement: Agreement | None) -> Records:
    """The records in a folder. Their faults name each file with the folder in front, as it was given."""
    from politikontakt.core.records.read import read_records

    files = files_in(path)
    try:
        return read_records(files, agreement)
    except FaultyInput as faulty:
        raise FaultyInput([_in_folder(fault, path) for fault in faulty.faults]) from None


def read_both(agreement_path: Path, folder: Path) -> tuple[Agreement, Records]:
    """An agreement and its records. Where the agreement is faulty, the records' own faults come in the same go."""
    faults: list[Fault] = []
    agreement = _or_faults(lambda: read_agreement_file(agreement_path), faults)
    records = _or_faults(lambda: read_folder(folder, agreement), faults)
    if agreement is None or records is None:
        raise FaultyInput(faults)
    return agreement, records


def known_of(agreement_path: Path, folder: Path) -> tuple[Agreement | None, Records | None]:
    """The agreement and the records as far as they have no faults: None for the one that has."""
    agreement = _or_faults(lambda: read_agreement_file(agreement_path), [])
    return agreement, _or_faults(lambda: read_folder(folder, agreement), [])


def _or_faults(read: Callable[[], T], faults: list[Fault]) -> T | None:
    try:
        return read()
    except FaultyInput as faulty:
        faults += faulty.faults
        return None


def _in_folder(fault: Fault, folder: Path) -> Fault:
    return replace(fault, file=str(folder / fault.file))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise FaultyInput([Fault("no_such_file", str(path))]) from None
    except IsADirectoryError:
        raise FaultyInput([Fault("is_a_folder", str(path))]) from None
    except (OSError, ValueError) as error:
        raise FaultyInput([Fault("cannot_read", str(path), values={"says": says(error)})]) from None


def files_in(folder: Path, suffixes: tuple[str, ...] = (".csv",)) -> Mapping[str, bytes]:
    """The files of these suffixes that lie in a folder, by name; not those that begin with a point (`._people.csv`)."""
    try:
        paths = sorted(each for each in folder.iterdir() if each.name.endswith(suffixes) and each.name[0] != ".")
    except FileNotFoundError:
        raise FaultyInput([Fault("no_such_folder", str(folder))]) from None
    except NotADirectoryError:
        raise FaultyInput([Fault("not_a_folder", str(folder))]) from None
    except (OSError, ValueError) as error:
        raise FaultyInput([Fault("cannot_read", str(folder), values={"says": says(error)})]) from None
    faults: list[Fault] = []
    found = {path.name: _or_faults(partial(_bytes_of, path), faults) for path in paths}
    if faults:
        raise FaultyInput(faults)
    return {name: source for name, source in found.items() if source is not None}
