"""A folder of records as a browser sends it: several files, or one zip."""

import lzma
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from django.core.files.uploadedfile import UploadedFile

from politikontakt.core.faults import Fault, FaultyInput

LARGEST = 200 * 1024 * 1024
"""Bytes unpacked, of all zips together: a municipality of ten busy years has a tenth of that."""
MOST_FILES = 60
BROKEN = (BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
"""What a torn, altered or locked zip raises, depending on where."""


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it was handed in: `path` says where it lay, its zip and the folders in it included."""

    path: str
    content: bytes

    @property
    def name(self) -> str:
        """Its name in the folder."""
        return PurePosixPath(self.path).name


def folder_of(uploads: Iterable["UploadedFile[bytes]"]) -> dict[str, bytes]:
    """File name to bytes. A zip is unpacked, its folders left aside.

    Raises FaultyInput for a bad zip, and where two files of one name were handed in: both are named, for
    nobody can say which of them was meant.
    """
    files: list[Handed] = []
    room = LARGEST
    for upload in uploads:
        name, content = PurePosixPath(upload.name or "file").name, upload.read()
        given = _unpacked(name, content, room) if name.lower().endswith(".zip") else [Handed(name, content)]
        room -= sum(len(each.content) for each in given)
        files += given
    _refuse_doubles(files)
    return {each.name: each.content for each in files}


def _unpacked(name: str, content: bytes, room: int) -> list[Handed]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir() and not _hidden(each.filename)]
            if len(members) > MOST_FILES or sum(each.file_size for each in members) > room:
                raise FaultyInput([Fault("zip_too_large", name)])
            return [Handed(f"{name}/{each.filename}", archive.read(each)) for each in members]
    except BROKEN:
        raise FaultyInput([Fault("not_a_zip", name)]) from None


def _refuse_doubles(files: Iterable[Handed]) -> None:
    first: dict[str, Handed] = {}
    doubles = [each for each in files if first.setdefault(each.name, each) is not each]
    if doubles:
        raise FaultyInput(
            [Fault("same_name_twice", each.path, values={"other": first[each.name].path}) for each in doubles]
        )


def _hidden(path: str) -> bool:
    """What a Mac adds beside the files, and hidden files: nobody meant to hand them in."""
    whole = PurePosixPath(path)
    return whole.name.startswith(".") or "__MACOSX" in whole.parts
