"""A zip that can't be opened is a fault with words, whatever is wrong with it, and nothing is stored."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from politikontakt.core.faults import FaultyInput
from politikontakt.web.desk.exchange import reading
from politikontakt.web.desk.exchange.reading import folder_of

PLACES = b"id,name,kind\n" + b"a,School,school\n" * 200


def packed(method, **files):
    folder = BytesIO()
    with ZipFile(folder, "w", method) as archive:
        for name, content in (files or {"places.csv": PLACES}).items():
            archive.writestr(name, content)
    return folder.getvalue()


def upload(content, name="folder.zip"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_a_zip_with_any_byte_altered_is_read_or_refused_never_a_crash(method):
    whole = packed(method)

    codes = {code_of(whole, position) for position in range(0, len(whole), 3)}

    assert codes <= {"", "not_a_zip", "zip_too_large"}
    assert "not_a_zip" in codes


def code_of(whole, position):
    """The code of the fault that one altered byte makes; empty where it can be read all the same."""
    torn = bytearray(whole)
    torn[position] ^= 0xFF
    try:
        folder_of([upload(bytes(torn))])
    except FaultyInput as refused:
        return refused.faults[0].code
    return ""


@pytest.mark.parametrize(
    "content",
    [
        b"",  # nothing
        b"id,name,kind\n",  # a table with the wrong name
        packed(ZIP_DEFLATED)[:60],  # half of one
    ],
)
def test_what_is_no_zip_is_said_on_the_page(malvik, siri, signed_in, content):
    answer = signed_in(siri).post("/malvik/arbeid/utveksling/", {"folder": [upload(content)]})

    assert answer.status_code == 422
    assert [fault.file for fault in answer.context["faults"]] == ["folder.zip"]


def test_several_zips_share_the_room_that_one_has(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", len(PLACES) + 100)
    uploads = [upload(packed(ZIP_DEFLATED), "a.zip"), upload(packed(ZIP_DEFLATED), "b.zip")]

    with pytest.raises(FaultyInput) as refused:
        folder_of(uploads)

    assert [(fault.code, fault.file) for fault in refused.value.faults] == [("zip_too_large", "b.zip")]


def test_folders_inside_a_zip_are_left_aside():
    zipped = upload(packed(ZIP_STORED, **{"../../etc/places.csv": PLACES}))

    assert folder_of([zipped]) == {"places.csv": PLACES}


def test_what_a_mac_adds_to_a_zip_is_left_aside():
    members = {"folder/places.csv": PLACES, "__MACOSX/folder/._places.csv": b"\x00\x05", "folder/.DS_Store": b"x"}

    assert folder_of([upload(packed(ZIP_DEFLATED, **members))]) == {"places.csv": PLACES}
