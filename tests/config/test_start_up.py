"""Start-up: the database keeps what it promises, the texts and files are in place, the safety checks pass."""

import pytest
from django.conf import settings
from django.core.checks import Error
from django.core.checks import Warning as Warned
from django.core.management import call_command
from django.test import override_settings

from politikontakt.config import checks, serving, static_files


@pytest.mark.parametrize("name", ["journal_mode", "synchronous"])
def test_sqlite_that_stores_otherwise_stops_the_start_and_says_why(db, monkeypatch, name):
    monkeypatch.setattr(checks, "found_settings", lambda: checks.WANTED | {name: "off"})
    monkeypatch.setattr(checks, "on_a_file", lambda: True)

    faults = checks.sqlite_keeps_what_it_promises(None, databases=["default"])

    assert [fault.msg for fault in faults] == [
        f"SQLite's {name} is off, and must be {checks.WANTED[name]}: else a write could be lost or locked out."
    ]
    assert "POLITIKONTAKT_VAR" in faults[0].hint


def test_sqlite_as_it_should_be_passes(db, monkeypatch):
    monkeypatch.setattr(checks, "found_settings", lambda: dict(checks.WANTED))
    monkeypatch.setattr(checks, "on_a_file", lambda: True)

    assert checks.sqlite_keeps_what_it_promises(None, databases=["default"]) == []


def test_an_installation_nobody_can_reach_by_name_is_told_which_setting_is_missing():
    with override_settings(ALLOWED_HOSTS=["localhost"]):
        faults = checks.people_can_reach_it(None)

    assert [fault.msg for fault in faults] == [
        "POLITIKONTAKT_HOSTS is not set. Set it to the name people type, such as politikontakt.malvik.no."
    ]
    with override_settings(ALLOWED_HOSTS=["politikontakt.malvik.no"]):
        assert checks.people_can_reach_it(None) == []


@pytest.mark.parametrize(
    ("message", "said", "starts"),
    [
        (Warned("no frame header", id="security.W002"), "", True),  # silenced: our content policy says it
        (Warned("slow disk", id="politikontakt.W001"), "?: (politikontakt.W001) slow disk\n", True),
        (Error("no name", id="politikontakt.E002"), "?: (politikontakt.E002) no name\n", False),
    ],
    ids=["silenced", "a warning", "an error"],
)
def test_what_a_check_finds_is_printed_unless_it_is_silenced_and_errors_stop_the_start(
    monkeypatch, capsys, message, said, starts
):
    monkeypatch.setattr(serving, "run_checks", lambda **_asked: [message])

    assert serving.well_set_up() is starts
    assert capsys.readouterr().err == said


@pytest.mark.parametrize(("trying", "deploys"), [(True, False), (False, True)])
def test_a_real_installation_gets_the_checks_of_its_safety_too(monkeypatch, trying, deploys):
    asked = []
    monkeypatch.setattr(serving, "run_checks", lambda **fields: asked.append(fields) or [])

    with override_settings(TRYING=trying):
        assert serving.well_set_up()

    assert asked == [{"databases": ["default"], "include_deployment_checks": deploys}]


@pytest.mark.parametrize(
    ("address", "port", "why"),
    [("127.0.0.1", 0, ""), ("::1", 0, ""), ("127.0.0.1", 70_000, "65535"), ("192.0.2.1", 0, "assign")],
    ids=["any port", "IPv6", "no such port", "an address of somebody else"],
)
def test_whether_anybody_can_listen_there_is_asked_before_the_start(address, port, why):
    reason = serving.cannot_listen(address, port)

    assert (reason == "") is (why == "")
    assert why in reason


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_files_are_collected_once_and_again_when_one_changes(tmp_path, monkeypatch):
    with override_settings(STATIC_ROOT=tmp_path):
        assert static_files.collect_if_changed() is True
        assert static_files.collect_if_changed() is False

        monkeypatch.setattr(static_files, "fingerprint", lambda: "another")
        assert static_files.collect_if_changed() is True


def test_everybody_signs_in_by_a_code_and_nobody_by_a_password():
    assert settings.ACCOUNT_LOGIN_BY_CODE_ENABLED
    assert settings.AUTHENTICATION_BACKENDS == ["allauth.account.auth_backends.AuthenticationBackend"]
