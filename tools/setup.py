"""Build the environment in .venv: `python3 tools/setup.py run` or `dev`.

Needs only the standard library. Uses uv where it is on the path, else pip. What is installed is
remembered by a stamp of the lock files, so that running it again costs nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ["base.txt", "build.txt"], "dev": ["dev.txt"]}


def main(kind: str) -> None:
    """Make .venv hold what `kind` needs and the command `politikontakt`."""
    if sys.version_info < (3, 11):  # noqa: UP036 – this file runs before anything is checked
        sys.exit(f"Politikontakt needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    stamp = VENV / f"installed-{kind}"
    wanted = fingerprint(kind)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up .venv ({kind}) …", flush=True)
    if not PYTHON.exists():
        make_environment()
    install(kind)
    stamp.write_text(wanted)


def fingerprint(kind: str) -> str:
    """A stamp of all that decides what is installed."""
    files = [ROOT / "requirements" / name for name in LOCKS[kind]] + [ROOT / "pyproject.toml"]
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def make_environment() -> None:
    """An empty environment; with pip only where uv is absent."""
    uv = shutil.which("uv")
    try:
        venv.create(VENV, with_pip=uv is None, clear=VENV.exists())
    except subprocess.CalledProcessError:
        sys.exit("This Python can't make an environment with pip. Install python3-venv or uv, and try again.")


def install(kind: str) -> None:
    """Install the locked requirements and the package itself."""
    if kind == "dev":
        (VENV / "installed-run").unlink(missing_ok=True)
    locks = [argument for name in LOCKS[kind] for argument in ("-r", str(ROOT / "requirements" / name))]
    installer = [*installer_command(), "install", "--quiet"]
    run([*installer, "--require-hashes", *locks])
    run([*installer, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def installer_command() -> list[str]:
    """uv where it is on the path, else the environment's own pip."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip"]
    if not (VENV / "bin" / "pip").exists():
        run([str(PYTHON), "-m", "ensurepip", "--upgrade"])
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check"]


def run(command: list[str]) -> None:
    """Run, and stop with the command's own message where it fails."""
    environment = {**os.environ, "VIRTUAL_ENV": str(VENV)}
    if subprocess.run(command, env=environment, check=False).returncode:
        sys.exit(f"Could not finish: {' '.join(command[:4])} … The lines above say why.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
