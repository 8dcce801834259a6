"""Writing a folder of files: each whole, or as it was before."""

from collections.abc import Mapping
from pathlib import Path

from politikontakt.cli.trouble import says
from politikontakt.core.faults import Fault, FaultyInput


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files into a folder, which is made where needed; what else lies there is left alone.

    Raises FaultyInput that names the file or folder which can't be written.
    """
    at = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, source in files.items():
            at = folder / name
            _write(at, source)
    except (OSError, ValueError) as error:
        raise FaultyInput([Fault("cannot_write", str(at), values={"says": says(error)})]) from None


def _write(path: Path, source: bytes) -> None:
    """Write beside the file and then in its place: a disk that fills up half-way leaves the old one whole."""
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        unfinished.write_bytes(source)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
