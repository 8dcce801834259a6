"""Setting up: quick when nothing changed, whole when something did, and clear words where it can't be."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def setup(tmp_path, monkeypatch):
    """`tools/setup.py`, working on a folder of its own with nothing installed; `setup.ran` has what it would run."""
    spec = importlib.util.spec_from_file_location("setting_up", ROOT / "tools" / "setup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "requirements").mkdir()
    for name in ("base.txt", "build.txt", "dev.txt"):
        (tmp_path / "requirements" / name).write_text(f"# {name}\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    module.ran = []

    def make():
        (tmp_path / ".venv" / "bin").mkdir(parents=True)
        (tmp_path / ".venv" / "bin" / "python").write_text("")
        module.ran.append("environment")

    monkeypatch.setattr(module, "make_environment", make)
    monkeypatch.setattr(module.shutil, "which", lambda name: "/usr/bin/uv" if name == "uv" else None)
    monkeypatch.setattr(module, "run", lambda command: module.ran.append(" ".join(command)))
    return module


def installs(module):
    """The lock files that were installed from."""
    return [Path(word).name for command in module.ran for word in command.split() if word.endswith(".txt")]


def test_the_first_time_all_is_made(setup):
    setup.main("run")

    assert setup.ran[0] == "environment"
    assert installs(setup) == ["base.txt", "build.txt"]
    assert all("--require-hashes" in command for command in setup.ran if ".txt" in command)
    assert "--no-deps" in setup.ran[-1]
    assert "--editable" in setup.ran[-1]


def test_the_second_time_nothing_is_done(setup):
    setup.main("run")
    done = list(setup.ran)

    setup.main("run")

    assert setup.ran == done


@pytest.mark.parametrize("changed", ["requirements/base.txt", "requirements/build.txt", "pyproject.toml"])
def test_a_change_in_what_is_asked_for_installs_anew(setup, tmp_path, changed):
    setup.main("run")
    setup.ran.clear()
    (tmp_path / changed).write_text("another\n")

    setup.main("run")

    assert "environment" not in setup.ran
    assert installs(setup) == ["base.txt", "build.txt"]


def test_what_only_tests_need_does_not_set_up_a_run_anew(setup, tmp_path):
    setup.main("run")
    setup.ran.clear()
    (tmp_path / "requirements" / "dev.txt").write_text("another\n")

    setup.main("run")

    assert setup.ran == []


def test_an_environment_for_tests_takes_the_other_lock(setup):
    setup.main("dev")

    assert installs(setup) == ["dev.txt"]


def test_an_environment_that_is_gone_is_made_again(setup, tmp_path):
    setup.main("run")
    setup.ran.clear()
    (tmp_path / ".venv" / "bin" / "python").unlink()
    (tmp_path / ".venv" / "bin").rmdir()
    (tmp_path / ".venv" / "installed-run").unlink()
    (tmp_path / ".venv").rmdir()

    setup.main("run")

    assert setup.ran[0] == "environment"


def test_a_python_that_is_too_old_is_told_of_before_anything_is_made(setup, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))

    with pytest.raises(SystemExit) as stopped:
        setup.main("run")

    assert str(stopped.value).startswith("Politikontakt needs Python 3.11 or newer; this is ")
    assert setup.ran == []


def test_without_uv_the_environments_own_pip_installs(setup, monkeypatch):
    monkeypatch.setattr(setup.shutil, "which", lambda _name: None)

    setup.main("run")

    assert any("ensurepip" in command for command in setup.ran)
    assert all("-m pip" in command for command in setup.ran if ".txt" in command)


def test_a_step_that_fails_stops_with_the_command_that_failed(setup, monkeypatch):
    class Failed:
        returncode = 1

    monkeypatch.undo()
    monkeypatch.setattr(setup.subprocess, "run", lambda *_args, **_fields: Failed())

    with pytest.raises(SystemExit) as stopped:
        setup.run(["uv", "pip", "install", "--quiet", "something"])

    assert stopped.value.code == "Could not finish: uv pip install --quiet … The lines above say why."
