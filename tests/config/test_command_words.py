"""What the commands on an installation say, word by word, and how they end."""

from datetime import date

import pytest
from django.utils import translation

from politikontakt.cli import main
from politikontakt.modules.access.models import Municipality, User
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.queries import length
from politikontakt.modules.outbox.services import queue
from tests import factories
from tests.config.test_commands import written
from tests.modules.compliance.full_folder import FULL

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _language_of_before():
    with translation.override("en"):
        yield


def said(capsys, *words):
    """How a command ended, what it printed and what it complained of."""
    capsys.readouterr()
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:
        status = end.code
    heard = capsys.readouterr()
    return status, heard.out, heard.err


IMPORTED = {
    "nb": "2 nye, 0 endret, 0 fjernet",
    "nn": "2 nye, 0 endra, 0 fjerna",
    "en": "2 new, 0 changed, 0 removed",
}


@pytest.mark.parametrize("language", IMPORTED)
def test_an_import_counts_the_rows_of_each_file(tmp_path, capsys, language):
    status, out, err = said(capsys, "import", written(tmp_path / "in", FULL), "--language", language)

    counted = dict(line.split(maxsplit=1) for line in out.splitlines())
    assert (status, err) == (0, "")
    assert counted["activities.csv"] == IMPORTED[language]
    assert set(counted) >= {"people.csv", "roles.csv", "places.csv", "meetings.csv"}


@pytest.mark.parametrize(
    ("language", "exported", "whole"),
    [
        ("nb", "Malvik: 16 filer er skrevet til {}.\n", "Malvik: kjeden av 16 føringer er hel.\n"),
        ("nn", "Malvik: 16 filer er skrivne til {}.\n", "Malvik: kjeda av 16 føringar er heil.\n"),
        ("en", "Malvik: wrote 16 files to {}.\n", "Malvik: the chain of 16 writes is whole.\n"),
    ],
)
def test_export_and_verify_say_what_they_found(malvik, tmp_path, capsys, language, exported, whole):
    with within(malvik):
        writes = length()
    out = tmp_path / "out"

    assert said(capsys, "export", out, "--language", language) == (0, exported.format(out), "")
    assert said(capsys, "verify", "--language", language) == (0, whole.replace("16", str(writes)), "")


def test_verify_looks_at_one_municipality_when_asked(malvik, stjordal, capsys):
    _, all_of_them, _ = said(capsys, "verify", "--language", "en")
    _, one, _ = said(capsys, "verify", "--municipality", "stjordal", "--language", "en")

    assert [line.partition(":")[0] for line in all_of_them.splitlines()] == ["Malvik", "Stjørdal"]
    assert [line.partition(":")[0] for line in one.splitlines()] == ["Stjørdal"]


def test_a_municipality_may_get_an_address_of_its_own_choice(tmp_path, capsys):
    status, _, _ = said(capsys, "import", written(tmp_path / "in", FULL), "--municipality", "malvik-kommune")

    assert status == 0
    assert Municipality.objects.get().slug == "malvik-kommune"


def test_an_address_that_is_the_installations_own_is_refused_in_words(tmp_path, capsys):
    ended = said(capsys, "import", written(tmp_path / "in", FULL), "--municipality", "demo", "--language", "en")

    assert ended == (2, "", "“demo” is an address of the installation itself. Choose another.\n")
    assert not Municipality.objects.exists()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["ola", "--person", "ola"], "“ola” is no e-mail address. Write one such as kari@malvik.example."),
        (["@", "--person", "ola"], "“@” is no e-mail address. Write one such as kari@malvik.example."),
        (
            ["ola@politi.example", "--name", "Ola", "--role", "police_contact"],
            "“ola” is in use. Choose another short name.",
        ),
    ],
    ids=["a name", "a sign", "a taken name"],
)
def test_an_invitation_that_can_not_be_is_refused_in_words_and_changes_nothing(malvik, capsys, words, complaint):
    users = User.objects.count()

    assert said(capsys, "invite", *words, "--language", "en") == (2, "", complaint + "\n")
    assert User.objects.count() == users


def test_an_invitation_without_any_municipality_says_what_comes_first(capsys):
    status, out, err = said(capsys, "invite", "kari@malvik.example", "--person", "kari", "--language", "en")

    assert (status, out) == (2, "")
    assert err == "There is no municipality yet. Import its agreement first.\n"


def test_deliver_fails_where_a_message_did_not_go(malvik, capsys, monkeypatch):
    def refuses(*_args, **_fields):
        raise OSError("no route to the mail server")

    with within(malvik):
        queue(kind="dispute_opened", to="kari@malvik.example", values={"commitment": "P12b"})
    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)

    assert said(capsys, "deliver") == (1, "0 sent, 1 failed\n", "")


def test_an_export_into_a_folder_in_use_leaves_what_else_lies_there(malvik, tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("ours")

    said(capsys, "export", tmp_path)

    assert (tmp_path / "notes.txt").read_text() == "ours"
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_an_export_onto_a_file_is_refused_in_words(malvik, tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("")

    status, out, err = said(capsys, "export", taken, "--language", "nb")

    assert (status, out) == (2, "")
    assert err.startswith(f"{taken}: det lar seg ikke skrive der (det ligger en fil med det navnet der); ")


def test_the_record_of_a_day_is_the_same_however_often_it_is_exported(malvik, tmp_path, capsys):
    with within(malvik):
        factories.visit(date(2018, 2, 6))
    folders = [tmp_path / name for name in ("one", "two")]

    for folder in folders:
        said(capsys, "export", folder)

    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second
