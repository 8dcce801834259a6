"""Text that comes in a file is looked over like what is typed: asked about before it is stored, and audited."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from politikontakt.modules.access.models import Person
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.models import AuditRow
from politikontakt.modules.compliance.exchange.preview import preview
from politikontakt.modules.compliance.exchange.writing import folder
from politikontakt.modules.directory.queries import closed_days

PAGE = "/malvik/arbeid/utveksling/"


@pytest.fixture
def client(malvik, signed_in):
    """The director, who may import."""
    with within(malvik):
        return signed_in(Person.current.get(ref="kari").user)


def files(malvik, reason: str) -> dict[str, bytes]:
    """The record as it stands, with one stretch of days off for a reason."""
    with within(malvik):
        found = dict(folder())
    name, header = next((name, source) for name, source in found.items() if name.startswith("closed"))
    columns = header.decode().splitlines()[0].split(",")
    said = {"first": "2018-03-12", "last": "2018-03-12", "reason": reason}
    found[name] = header + ",".join(said.get(each, "") for each in columns).encode() + b"\n"
    return found


def drafted(client, malvik, reason: str) -> tuple[str, str]:
    """Choose the files, and give the preview's address and its key."""
    given = [SimpleUploadedFile(name, source) for name, source in files(malvik, reason).items()]
    answer = client.post(PAGE, {"folder": given})
    assert answer.status_code == 302, answer.context["faults"]
    return answer["Location"], answer["Location"].rstrip("/").rpartition("/")[2]


def held(malvik) -> list[str]:
    with within(malvik):
        return [each.reason for each in closed_days()]


def test_a_text_in_a_file_that_may_tell_who_is_asked_about_and_audited(client, malvik):
    address, key = drafted(client, malvik, "Ring 915 00 123")
    asked = client.get(address).context["asked"]

    unanswered = client.post(f"{PAGE}import/bekreft/", {"client_key": key})
    before = held(malvik)
    answered = client.post(f"{PAGE}import/bekreft/", {"client_key": key, asked.name: asked.value})

    assert (asked.pieces, unanswered.status_code, before) == (("915 00 123",), 422, [])
    assert (answered.status_code, held(malvik)) == (302, ["Ring 915 00 123"])
    with within(malvik):
        assert AuditRow.objects.get(key=key).outcome["about_nobody"] == ["phone"]


def test_a_harmless_file_asks_nothing(client, malvik):
    address, key = drafted(client, malvik, "Planleggingsdag")

    assert client.get(address).context["asked"] is None
    assert client.post(f"{PAGE}import/bekreft/", {"client_key": key}).status_code == 302
    assert held(malvik) == ["Planleggingsdag"]


def test_what_is_stored_already_and_the_names_of_people_are_not_asked_about(malvik):
    with within(malvik):
        same = preview(folder())
        other = preview({**folder(), "people.csv": folder()["people.csv"].replace(b"Berit Haugen", b"Kristian (15)")})

    assert (same.new_texts, other.new_texts) == ((), ())
