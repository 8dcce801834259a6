"""The wheel holds all that is needed at run time, and works where there is no clone."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LEFT_OUT = {".po", ".pyc"}
"""What a translator and Python need: the compiled texts are carried, the bytecode is made anew."""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The wheel of this tree, built away from it and unpacked: what would lie in site-packages."""
    clone, dist, unpacked = (tmp_path_factory.mktemp(name) for name in ("clone", "dist", "unpacked"))
    for name in ("politikontakt", "agreements", "requirements"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, clone)
    build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(dist)], cwd=clone, check=True, capture_output=True)
    with ZipFile(next(dist.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)
    return unpacked


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_file_of_the_package_is_carried(unpacked):
    ours = {name for name in files(ROOT / "politikontakt") if Path(name).suffix not in LEFT_OUT}

    assert ours - files(unpacked / "politikontakt") == set()


def test_the_agreements_that_the_demo_is_told_from_are_carried_whole(unpacked):
    carried = unpacked / "politikontakt" / "config" / "demo" / "agreements"

    assert files(carried) == files(ROOT / "agreements")
    assert all((carried / name).read_bytes() == (ROOT / "agreements" / name).read_bytes() for name in files(carried))


def test_neither_tests_nor_tools_are_carried(unpacked):
    assert {path.name.partition("-")[0] for path in unpacked.iterdir()} == {"politikontakt"}


def test_a_command_of_the_wheel_runs_where_there_is_no_clone(unpacked, tmp_path):
    agreement = unpacked / "politikontakt/config/demo/agreements/malvik-2016.toml"

    ran = run(unpacked, tmp_path, "-m", "politikontakt.cli", "judge", str(agreement), str(tmp_path), "--language", "nn")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Pilot – politikontakt\nMalvik kommune, ")


def test_an_installed_program_keeps_its_things_in_the_users_own_folder(unpacked, tmp_path):
    said = (
        "from politikontakt.cli import application; application.load(); from django.conf import settings; "
        "from politikontakt.config.demo.speech import AGREEMENTS; print(settings.VAR, AGREEMENTS, sep='\\n')"
    )

    ran = run(unpacked, tmp_path, "-c", said)

    assert ran.stderr == ""
    assert ran.stdout.splitlines() == [
        str(tmp_path / "politikontakt"),
        str(unpacked / "politikontakt/config/demo/agreements"),
    ]


def run(unpacked, folder, *words):
    """Python with the wheel's files and nothing of the clone."""
    settings = {"PYTHONPATH": str(unpacked), "XDG_DATA_HOME": str(folder), "POLITIKONTAKT_DEMO": "yes"}
    command = [sys.executable, *words]
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **settings}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
