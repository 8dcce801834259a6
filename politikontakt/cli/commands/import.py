# ruff: noqa: N999 – the command is called import
"""Make a municipality's record say what a folder says: CSV files, agreement.toml, planning.toml.

All is stored or nothing. A file that is missing is an empty one, so its rows are withdrawn. With
--preview nothing is stored. Where no municipality exists yet, it is made from the agreement.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from politikontakt.cli import application
from politikontakt.cli.language import add_language
from politikontakt.cli.reading import files_in
from politikontakt.core.faults import FaultyInput

if TYPE_CHECKING:
    from politikontakt.modules.access.models import Municipality
    from politikontakt.modules.compliance.exchange.preview import Preview

SUMMARY = "make a municipality's record say what a folder says"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `import` takes."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="the folder of files")
    parser.add_argument("--municipality", metavar="SLUG", help="which one, where there are several")
    parser.add_argument("--preview", action="store_true", help="only say what would change")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say what is new, changed and removed in each file, and store it."""
    files = files_in(arguments.folder, (".csv", ".toml"))
    application.start(arguments.language)
    from django.db import transaction

    try:
        with transaction.atomic():
            preview = _import(files, arguments)
            transaction.set_rollback(arguments.preview)
    except FaultyInput as faulty:
        folder: Path = arguments.folder
        raise FaultyInput([replace(each, file=str(folder / each.file)) for each in faulty.faults]) from None
    _show(preview, stored=not arguments.preview)
    return 0


def _import(files: Mapping[str, bytes], arguments: argparse.Namespace) -> "Preview":
    from politikontakt.modules.access.tenants import within
    from politikontakt.modules.audit.actors import SYSTEM
    from politikontakt.modules.compliance.exchange.preview import preview
    from politikontakt.modules.compliance.services import import_folder

    municipality = application.chosen(arguments.municipality) or _made_from(files, arguments.municipality)
    with within(municipality):
        found = preview(files)
        if found.faults:
            raise FaultyInput(found.faults)
        if not found.changes_nothing:
            import_folder(key=uuid4(), files=files, by=SYSTEM)
    return found


def _made_from(files: Mapping[str, bytes], slug: str | None) -> "Municipality":
    """The first municipality of an installation: its name and number are those of the agreement."""
    from politikontakt.modules.access.services import open_municipality
    from politikontakt.modules.access.short_names import short_name
    from politikontakt.modules.agreements.reading import FILE, read_screened
    from politikontakt.modules.audit.actors import SYSTEM
    from politikontakt.modules.compliance.exchange.reading import NO_AGREEMENT

    if FILE not in files:
        raise FaultyInput([NO_AGREEMENT])
    agreement = read_screened(files[FILE])
    named = [party.name for party in agreement.parties if party.kind == "municipality"]
    name = (named[0] if named else agreement.municipality).removesuffix(" kommune")
    return open_municipality(
        key=uuid4(), slug=slug or short_name(name), number=agreement.municipality, name=name, by=SYSTEM
    )


def _show(preview: "Preview", *, stored: bool) -> None:
    from django.utils.translation import gettext as _

    for each in preview.changes:
        if each.any:
            counts = {"added": len(each.added), "changed": len(each.changed), "removed": len(each.removed)}
            words = _("%(added)d new, %(changed)d changed, %(removed)d removed") % counts
            print(f"{each.file:<20} {words}")
    if preview.changes_nothing:
        print(_("Everything is stored already. Nothing was changed."))
    elif not stored:
        print(_("Nothing was stored: this was a preview."))
