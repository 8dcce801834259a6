"""A folder of records as a browser sends it: several files, or one zip."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from django.core.files.uploadedfile import UploadedFile

from politikontakt.core.faults import Fault, FaultyInput

LARGEST = 200 * 1024 * 1024
"""Bytes unpacked: a municipality of ten busy years has a tenth of that."""
MOST_FILES = 60


def folder_of(uploads: Iterable["UploadedFile[bytes]"]) -> dict[str, bytes]:
    """File name to bytes. A zip is unpacked, its folders left aside. Raises FaultyInput for a bad zip."""
    files: dict[str, bytes] = {}
    for upload in uploads:
        name, content = PurePosixPath(upload.name or "file").name, upload.read()
        files.update(_unpacked(name, content) if name.lower().endswith(".zip") else {name: content})
    return files


def _unpacked(name: str, content: bytes) -> Mapping[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
            if len(members) > MOST_FILES or sum(each.file_size for each in members) > LARGEST:
                raise FaultyInput([Fault("zip_too_large", name)])
            return {PurePosixPath(each.filename).name: archive.read(each) for each in members}
    except (BadZipFile, RuntimeError, NotImplementedError):
        raise FaultyInput([Fault("not_a_zip", name)]) from None
