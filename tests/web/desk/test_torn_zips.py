"""A zip that can't be opened is a fault with words, whatever is wrong with it, and nothing is stored."""

from html import unescape
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from politikontakt.core.faults import FaultyInput
from politikontakt.modules.access.tenants import within
from politikontakt.modules.compliance.models import Draft
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


@pytest.mark.parametrize(
    ("uploads", "doubles"),
    [
        # in two folders of one zip
        ([("a.zip", ["old/places.csv", "new/places.csv"])], [("a.zip/new/places.csv", "a.zip/old/places.csv")]),
        # twice at one place: some programs pack like that
        ([("a.zip", ["places.csv", "places.csv"])], [("a.zip/places.csv", "a.zip/places.csv")]),
        # in two zips
        ([("a.zip", ["places.csv"]), ("b.zip", ["x/places.csv"])], [("b.zip/x/places.csv", "a.zip/places.csv")]),
        # a file beside a zip
        ([("places.csv", None), ("b.zip", ["places.csv"])], [("b.zip/places.csv", "places.csv")]),
        # the same file chosen twice, and another thrice
        ([("places.csv", None), ("places.csv", None)], [("places.csv", "places.csv")]),
        (
            [("a.zip", ["1/people.csv", "2/people.csv", "3/people.csv"])],
            [("a.zip/2/people.csv", "a.zip/1/people.csv"), ("a.zip/3/people.csv", "a.zip/1/people.csv")],
        ),
    ],
    ids=["folders", "one place", "zips", "beside", "chosen twice", "thrice"],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_both_named_and_neither_is_taken(uploads, doubles):
    handed = [upload(PLACES if members is None else zipped(members), name) for name, members in uploads]

    with pytest.raises(FaultyInput) as refused:
        folder_of(handed)

    assert [(fault.code, fault.file, fault.values["other"]) for fault in refused.value.faults] == [
        ("same_name_twice", file, other) for file, other in doubles
    ]


def zipped(members):
    folder = BytesIO()
    with ZipFile(folder, "w", ZIP_STORED) as archive:
        for number, member in enumerate(members):
            archive.writestr(member, PLACES + b"%d,Number,school\n" % number)
    return folder.getvalue()


def test_the_page_says_which_two_and_keeps_no_draft(malvik, siri, signed_in):
    doubled = upload(zipped(["old/places.csv", "new/places.csv"]))

    answer = signed_in(siri).post("/malvik/arbeid/utveksling/", {"folder": [doubled]})

    said = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "folder.zip/new/places.csv" in said
    assert "«folder.zip/old/places.csv» er en fil med samme navn" in said
    with within(malvik):
        assert not Draft.objects.exists()


def test_folders_inside_a_zip_are_left_aside():
    zipped = upload(packed(ZIP_STORED, **{"../../etc/places.csv": PLACES}))

    assert folder_of([zipped]) == {"places.csv": PLACES}


def test_what_a_mac_adds_to_a_zip_is_left_aside():
    members = {"folder/places.csv": PLACES, "__MACOSX/folder/._places.csv": b"\x00\x05", "folder/.DS_Store": b"x"}

    assert folder_of([upload(packed(ZIP_DEFLATED, **members))]) == {"places.csv": PLACES}
