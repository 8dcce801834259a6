"""Write a municipality's whole record to a folder: CSV files, the agreement, the planner's settings.

The same record gives the same files, byte for byte, and `politikontakt import` reads them again.
"""

import argparse
from pathlib import Path

from politikontakt.cli import application
from politikontakt.cli.language import add_language
from politikontakt.cli.writing import write_files

SUMMARY = "write a municipality's whole record to a folder"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `export` takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="where to; it is made if it is not there")
    parser.add_argument("--municipality", metavar="SLUG", help="which one, where there are several")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the files, and say how many."""
    application.start(arguments.language)
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.tenants import within
    from politikontakt.modules.compliance.exchange.writing import folder

    municipality = application.chosen(arguments.municipality)
    if municipality is None:
        application.stop(_("There is no municipality to export yet. Import one, or run the demo."))
    with within(municipality):
        files = folder()
    write_files(arguments.folder, files)
    print(_("%(name)s: wrote %(count)d files to %(folder)s.") % _said(municipality.name, files, arguments.folder))
    return 0


def _said(name: str, files: dict[str, bytes], folder: Path) -> dict[str, object]:
    return {"name": name, "count": len(files), "folder": folder}
