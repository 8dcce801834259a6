"""Settings from the environment, and what is said when one can't be used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from politikontakt.config import env
from politikontakt.config.databases import database
from politikontakt.config.env import SettingWrong

FILE = Path("politikontakt.sqlite3")


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("yes", True),
        ("1", True),
        ("On", True),
        ("TRUE", True),
        (" yes ", True),
        ("no", False),
        ("0", False),
        ("Off", False),
        ("", False),
    ],
)
def test_yes_and_no_are_each_said_in_four_ways(monkeypatch, written, means):
    monkeypatch.setenv("POLITIKONTAKT_DEMO", written)

    assert env.yes("DEMO") is means


@pytest.mark.parametrize("written", ["ja", "nei", "2", "yes please"])
def test_a_word_that_is_neither_is_refused_and_never_taken_for_a_no(monkeypatch, written):
    monkeypatch.setenv("POLITIKONTAKT_READ_ONLY", written)

    with pytest.raises(SettingWrong) as wrong:
        env.yes("READ_ONLY")

    assert str(wrong.value) == f"POLITIKONTAKT_READ_ONLY is “{written}”. Set it to yes or no."


def test_a_list_has_commas_between(monkeypatch):
    monkeypatch.setenv("POLITIKONTAKT_HOSTS", "a.no, b.no ,")

    assert env.words("HOSTS") == ["a.no", "b.no"]


@pytest.mark.parametrize("written", ["many", "0", "-1", "2.5", ""])
def test_a_number_that_is_none_is_explained(monkeypatch, written):
    monkeypatch.setenv("POLITIKONTAKT_WORKERS", written)

    with pytest.raises(SettingWrong) as wrong:
        env.whole_number("WORKERS", 2)

    assert str(wrong.value) == (f"POLITIKONTAKT_WORKERS is “{written}”. Set it to a whole number from 1 on, such as 2.")


@pytest.mark.parametrize("named", [{"kept_in": "file/secret-key"}, {"kept_in": "secret-key"}])
def test_a_secret_that_can_not_be_kept_names_both_ways_out(monkeypatch, tmp_path, named):
    monkeypatch.delenv("POLITIKONTAKT_SECRET_KEY", raising=False)
    (tmp_path / "file").write_text("")
    (tmp_path / "secret-key").mkdir()

    with pytest.raises(SettingWrong) as wrong:
        env.secret("SECRET_KEY", tmp_path / named["kept_in"])

    assert "POLITIKONTAKT_VAR" in str(wrong.value)
    assert "POLITIKONTAKT_SECRET_KEY" in str(wrong.value)


def test_a_folder_that_can_not_be_made_is_named_with_its_setting(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("POLITIKONTAKT_VAR", str(tmp_path / "file" / "var"))

    with pytest.raises(SettingWrong) as wrong:
        env.folder("VAR", tmp_path)

    assert str(wrong.value).startswith(f"POLITIKONTAKT_VAR is “{tmp_path}/file/var”, which can't be a folder")


def test_a_secret_is_made_once_and_only_we_can_read_it(monkeypatch, tmp_path):
    monkeypatch.delenv("POLITIKONTAKT_SECRET_KEY", raising=False)
    file = tmp_path / "secret-key"

    first, second = env.secret("SECRET_KEY", file), env.secret("SECRET_KEY", file)

    assert first == second
    assert len(first) >= 50
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_secret_that_is_set_is_used_and_not_written_down(monkeypatch, tmp_path):
    monkeypatch.setenv("POLITIKONTAKT_SECRET_KEY", "given")

    assert env.secret("SECRET_KEY", tmp_path / "secret-key") == "given"
    assert list(tmp_path.iterdir()) == []


def test_without_an_address_the_database_is_sqlite_that_keeps_its_promises():
    options = database("", FILE)

    assert options["NAME"] == FILE
    assert options["CONN_MAX_AGE"] is None
    assert options["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["OPTIONS"]["init_command"]


def test_an_address_names_postgresql_with_all_its_parts():
    options = database("postgresql://us%20er:p%40ss@db.example.no:5433/politi?sslmode=require", FILE)

    assert {name: options[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "politi",
        "USER": "us er",
        "PASSWORD": "p@ss",
        "HOST": "db.example.no",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_socket_folder_may_be_the_host():
    assert database("postgresql://app@/politi?host=/run/postgresql", FILE)["HOST"] == "/run/postgresql"


@pytest.mark.parametrize("address", ["mysql://x/y", "politi.sqlite3", "postgresql://db.example.no/"])
def test_an_address_that_can_not_be_used_is_explained_without_repeating_it(address):
    with pytest.raises(SettingWrong) as wrong:
        database(address, FILE)

    assert str(wrong.value).startswith("POLITIKONTAKT_DATABASE_URL can't be used. Set it to an address such as")
    assert address not in str(wrong.value)


def test_a_real_installation_is_strict_about_cookies_and_https(tmp_path):
    found = settings_of({"POLITIKONTAKT_HOSTS": "politi.example.no"}, tmp_path)

    assert found == "True True True 31536000 ['politi.example.no'] False smtp"


def test_a_demo_works_without_https_on_this_machine(tmp_path):
    found = settings_of({"POLITIKONTAKT_DEMO": "yes"}, tmp_path)

    assert found == "False False False 0 ['localhost', '127.0.0.1', '[::1]', 'testserver'] False console"


def settings_of(environment, var):
    """What a fresh process makes of an environment."""
    show = (
        "from politikontakt.config import settings as s; "
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, "
        "s.ALLOWED_HOSTS, s.DEBUG, s.EMAIL_BACKEND.split('.')[-2])"
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith("POLITIKONTAKT_")}
    process = subprocess.run(
        [sys.executable, "-c", show],
        env={**clean, **environment, "POLITIKONTAKT_VAR": str(var)},
        capture_output=True,
        text=True,
        check=True,
    )
    return process.stdout.strip()
