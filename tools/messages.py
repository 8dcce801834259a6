"""Texts: `compile` the catalogues into what gettext reads, or `collect` the source's texts anew.

Compiling needs no gettext on the machine. Collecting does (xgettext, msgmerge).
"""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parent.parent / "politikontakt"
LANGUAGES = ("nb", "nn")


def main(task: str) -> None:
    """Do `compile` or `collect`."""
    {"compile": compile_catalogues, "collect": collect}[task]()


def compile_catalogues() -> None:
    """Write each .mo that is older than its .po."""
    for source in PACKAGE.glob("locale/*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text, target.open("wb") as compiled:
            write_mo(compiled, read_po(text, locale=source.parts[-3]))


def collect() -> None:
    """Bring both catalogues up to date with the source, without line numbers, so that diffs stay small."""
    languages = [argument for language in LANGUAGES for argument in ("-l", language)]
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        *languages,
        "--no-location",
        "--no-wrap",
        "--no-obsolete",
    ]
    trying = {**os.environ, "POLITIKONTAKT_DEMO": "yes"}
    subprocess.run([*command, "--settings", "politikontakt.config.settings"], cwd=PACKAGE, check=True, env=trying)


if __name__ == "__main__":
    main(sys.argv[1])
