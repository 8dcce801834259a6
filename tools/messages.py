"""Texts: `compile` the catalogues into what gettext reads, or `collect` the source's texts anew.

Compiling needs no gettext on the machine. Collecting does (xgettext, msgmerge).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent / "politikontakt"
LANGUAGES = ("nb", "nn")
PASSING = ('"Report-Msgid-Bugs-To:', '"POT-Creation-Date:')
GETTEXT = ("xgettext", "msgmerge", "msguniq", "msgattrib")


def main(task: str) -> None:
    """Do `compile` or `collect`."""
    if task == "collect" and not have_gettext():
        sys.exit("gettext is missing and could not be installed. Install it (in Debian: gettext), then try again.")
    {"compile": compile_catalogues, "collect": collect}[task]()


def compile_catalogues() -> None:
    """Write each .mo that is older than its .po."""
    for source in PACKAGE.glob("locale/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text, target.open("wb") as compiled:
            write_mo(compiled, read_po(text, locale=source.parts[-3]))


def collect(package: Path = PACKAGE) -> None:
    """Bring both catalogues up to date with the source, without line numbers, so that diffs stay small.

    No settings are loaded, so the catalogues in the package's own folder are the ones written.
    """
    languages = [argument for language in LANGUAGES for argument in ("-l", language)]
    shape = ("--no-location", "--no-wrap", "--no-obsolete", "-v", "0")
    without_settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    command = [sys.executable, "-m", "django", "makemessages", *languages, *shape]
    subprocess.run(command, cwd=package, check=True, env=without_settings)
    for catalogue in package.glob("locale/*/LC_MESSAGES/*.po"):
        _without_passing_lines(catalogue)


def _without_passing_lines(catalogue: Path) -> None:
    """Take out of the head what changes each time although no text did."""
    lines = catalogue.read_text(encoding="utf-8").splitlines(keepends=True)
    catalogue.write_text("".join(line for line in lines if not line.startswith(PASSING)), encoding="utf-8")


def have_gettext() -> bool:
    """Whether gettext's programs are here; Debian's package is tried first where they are not."""
    if _found():
        return True
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "gettext"]
        silent = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, check=False, env=silent, stdout=subprocess.DEVNULL)
    return _found()


def _found() -> bool:
    return all(map(shutil.which, GETTEXT))


if __name__ == "__main__":
    main(sys.argv[1])
