"""Walk the audit chain of every municipality, or of one, and say whether anybody changed what was written.

Exit 0 when every chain is whole, 1 when one is broken.
"""

import argparse
from typing import TYPE_CHECKING

from politikontakt.cli import application
from politikontakt.cli.language import add_language

if TYPE_CHECKING:
    from politikontakt.modules.access.models import Municipality

SUMMARY = "say whether the audit chain is whole"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `verify` takes."""
    parser.add_argument("--municipality", metavar="SLUG", help="only this one")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one line for each chain, and one for each break."""
    application.start(arguments.language)
    from politikontakt.modules.access.models import Municipality

    one = application.chosen(arguments.municipality) if arguments.municipality else None
    found = [_verified(each) for each in ([one] if one else Municipality.objects.order_by("slug"))]
    return 0 if all(found) else 1


def _verified(municipality: "Municipality") -> bool:
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.tenants import within
    from politikontakt.modules.audit.queries import length, verify_chain

    with within(municipality):
        breaks, rows = verify_chain(), length()
    name = municipality.name
    if not breaks:
        print(_("%(name)s: the chain of %(rows)d writes is whole.") % {"name": name, "rows": rows})
    for each in breaks:
        print(
            _("%(name)s: broken at write %(number)d (%(why)s).")
            % {"name": name, "number": each.number, "why": each.why}
        )
    return not breaks
