"""Making the demo ready to be visited, and saying where and as whom."""

from collections.abc import Iterator
from datetime import date

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from politikontakt.config.demo.build import build_demo
from politikontakt.config.demo.days import TODAY
from politikontakt.config.demo.speech import AGREEMENTS
from politikontakt.modules.access.models import Holding, Municipality
from politikontakt.modules.access.queries import holdings_on
from politikontakt.modules.access.tenants import within


class NotHere(Exception):
    """The demo can't be built here; the text says why and what to do."""


def prepare() -> list[Municipality]:
    """The demo's municipalities, in a database that is up to date. Quick where both are there already.

    Raises NotHere beside real municipalities, and where the agreements' files are missing.
    """
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)
    if Municipality.objects.filter(demo=False).exists():
        raise NotHere(
            "This database has municipalities that are no demo, so nothing was built. "
            "Set POLITIKONTAKT_VAR to an empty folder, or POLITIKONTAKT_DATABASE_URL to an empty database."
        )
    if not AGREEMENTS.is_dir():
        raise NotHere(
            f"The demo is told from the agreements' files, and {AGREEMENTS} is not there. Install the program anew."
        )
    return build_demo()


def sign_ins(municipality: Municipality, on: date = TODAY) -> Iterator[tuple[str, str, str]]:
    """Name, title and e-mail address of everybody who holds a role on a day and can sign in."""
    with within(municipality):
        for holding in holdings_on(on).select_related("person__user"):
            if holding.person.user:
                yield holding.person.name, _title(holding, municipality.language), holding.person.user.email


def _title(holding: Holding, language: str) -> str:
    return holding.role.title(language)
