"""The commands that work on the installation: import, export, verify, deliver."""

from datetime import date

import pytest
from django.core import mail
from django.utils import translation

from politikontakt.cli import main
from politikontakt.modules.access.models import Holding, Municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.outbox.services import queue
from tests import factories
from tests.modules.compliance.full_folder import FULL
from tests.tampering import tamper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _language_of_before():
    with translation.override("en"):
        yield


@pytest.fixture
def full(tmp_path):
    """The full folder on disk."""
    return written(tmp_path / "in", FULL)


def test_an_empty_installation_takes_its_first_municipality_from_the_folder(full, tmp_path):
    assert main(["import", str(full), "--language", "en"]) == 0
    assert main(["export", str(tmp_path / "out"), "--language", "en"]) == 0

    made = Municipality.objects.get()
    assert (made.slug, made.name, made.number) == ("malvik", "Malvik", "1663")
    assert read(tmp_path / "out") == FULL


def test_export_then_judge_says_what_the_pages_say(malvik, tmp_path, capsys):
    with within(malvik):
        visit = factories.visit(date(2018, 2, 6))
    main(["export", str(tmp_path)])
    capsys.readouterr()

    assert main(["judge", str(tmp_path / "agreement.toml"), str(tmp_path), "--on", "2018-03-15", "--json"]) == 0

    assert f'"{visit.ref}"' in capsys.readouterr().out


def test_a_preview_says_what_would_change_and_stores_nothing(full, capsys):
    assert main(["import", str(full), "--preview", "--language", "en"]) == 0

    said = capsys.readouterr().out
    assert "activities.csv       2 new, 0 changed, 0 removed" in said
    assert said.endswith("Nothing was stored: this was a preview.\n")
    assert not Municipality.objects.exists()


def test_an_import_of_what_is_stored_changes_nothing_and_says_so(full, capsys):
    main(["import", str(full), "--language", "en"])
    capsys.readouterr()

    assert main(["import", str(full), "--language", "en"]) == 0

    assert capsys.readouterr().out == "Everything is stored already. Nothing was changed.\n"


def test_a_faulty_folder_stops_with_every_fault_and_nothing_is_stored(malvik, tmp_path, capsys):
    folder = written(tmp_path, {"events.csv": b"id,kind,date\ne1,x,2017-02-30\n", "requests.csv": b"id\n"})

    assert main(["import", str(folder), "--language", "en"]) == 2

    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"{folder}/events.csv:2: date: ")
    assert len(lines) == 3
    with within(malvik):
        assert Activity.objects.count() == 0


def test_a_folder_without_an_agreement_needs_one(tmp_path, capsys):
    folder = written(tmp_path, {"places.csv": FULL["places.csv"]})

    assert main(["import", str(folder), "--language", "en"]) == 2

    assert capsys.readouterr().err.startswith(f"{folder}/agreement.toml: no agreement is stored")


def test_among_several_municipalities_one_must_be_named(malvik, stjordal, tmp_path, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(tmp_path), "--language", "en"])

    assert stopped.value.code == 2
    assert "--municipality" in capsys.readouterr().err
    assert main(["export", str(tmp_path / "out"), "--municipality", "stjordal"]) == 0
    assert b"Halsen ungdomsskole" in read(tmp_path / "out")["places.csv"]


def test_a_municipality_that_is_not_here_is_no_reason_to_make_one(malvik, full, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["import", str(full), "--municipality", "oslo"])

    assert stopped.value.code == 2
    assert Municipality.objects.count() == 1


def test_there_must_be_something_to_export(tmp_path):
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(tmp_path / "out")])

    assert stopped.value.code == 2


def test_a_whole_chain_is_verified_and_a_broken_one_fails(malvik, capsys):
    assert main(["verify", "--language", "en"]) == 0
    tamper("UPDATE audit_auditrow SET actor_name = %s WHERE municipality_id = %s AND number = 3", ["X", malvik.pk])

    assert main(["verify", "--language", "en"]) == 1

    assert capsys.readouterr().out.splitlines()[-1] == "Malvik: broken at write 3 (changed_row)."


def test_a_person_of_the_record_is_let_in_by_address(malvik, capsys):
    assert main(["invite", "Ola@Politi.Example", "--person", "ola", "--language", "en"]) == 0

    assert capsys.readouterr().out == "Ola Sund can sign in with Ola@Politi.Example.\n"
    with within(malvik):
        assert factories.person("ola").user.email == "ola@politi.example"


def test_a_new_person_is_let_in_with_a_role_from_today(malvik):
    assert main(["invite", "ida@malvik.example", "--name", "Ida Lien", "--role", "municipal_director"]) == 0

    with within(malvik):
        holding = Holding.current.get(person__ref="ida-lien")
    assert (holding.role.ref, holding.person.user.email) == ("municipal_director", "ida@malvik.example")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--person", "nobody"], "There is no person nobody. Choose one of: berit, ola, siri, kari."),
        (["--name", "Ida Lien"], "The roles are: police_contact, council_secretary, municipal_director."),
        (["--name", "Ida Lien", "--role", "king"], "Give --person, or --name and --role."),
    ],
)
def test_an_invitation_that_names_nobody_says_who_there_is(malvik, capsys, asked, said):
    with pytest.raises(SystemExit) as stopped:
        main(["invite", "ida@malvik.example", *asked, "--language", "en"])

    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_deliver_sends_what_waits(malvik, capsys):
    with within(malvik):
        queue(kind="dispute_opened", to="kari@malvik.example", values={"commitment": "P12b"})

    assert main(["deliver"]) == 0

    assert capsys.readouterr().out == "1 sent, 0 failed\n"
    assert len(mail.outbox) == 1


def written(folder, files):
    """The files in a folder on disk."""
    folder.mkdir(exist_ok=True)
    for name, source in files.items():
        (folder / name).write_bytes(source)
    return folder


def read(folder):
    """A folder's files by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}
