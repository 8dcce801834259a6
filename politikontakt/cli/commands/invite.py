"""Let somebody sign in: a person who is in the record, or a new one in a role from today.

They sign in with the e-mail address; a code is sent to it. Nobody is let in from the pages: whoever runs
the installation decides who can sign in, and each party which of them holds its roles.
"""

import argparse
from typing import TYPE_CHECKING
from uuid import uuid4

from politikontakt.cli import application
from politikontakt.cli.language import add_language

if TYPE_CHECKING:
    from politikontakt.modules.access.models import Person

SUMMARY = "let somebody sign in"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `invite` takes."""
    parser.add_argument("email", metavar="EMAIL", help="the address that the sign-in code is sent to")
    parser.add_argument("--person", metavar="ID", help="a person of the record (people.csv)")
    parser.add_argument("--name", metavar="NAME", help="a new person instead, with --role")
    parser.add_argument("--role", metavar="ROLE", help="the new person's role, by its code in the agreement")
    parser.add_argument("--municipality", metavar="SLUG", help="which one, where there are several")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Find or enter the person, and let them in."""
    application.start(arguments.language)
    from django.db import transaction
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.services import let_sign_in
    from politikontakt.modules.access.tenants import within
    from politikontakt.modules.audit.actors import SYSTEM

    municipality = application.chosen(arguments.municipality)
    if municipality is None:
        application.stop(_("There is no municipality yet. Import its agreement first."))
    with within(municipality), transaction.atomic():
        person = _known(arguments.person) if arguments.person else _new(arguments.name, arguments.role)
        let_sign_in(key=uuid4(), person=person, email=arguments.email, by=SYSTEM)
    print(_("%(name)s can sign in with %(email)s.") % {"name": person.name, "email": arguments.email})
    return 0


def _known(ref: str) -> "Person":
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.queries import people

    person = people().filter(ref=ref).first()
    if person is None:
        refs = ", ".join(each.ref for each in people())
        application.stop(_("There is no person %(ref)s. Choose one of: %(refs)s.") % {"ref": ref, "refs": refs})
    return person


def _new(name: str | None, role_code: str | None) -> "Person":
    from django.utils import timezone
    from django.utils.translation import gettext as _

    from politikontakt.modules.access.queries import roles
    from politikontakt.modules.access.services import add_person, give_role
    from politikontakt.modules.access.short_names import short_name
    from politikontakt.modules.access.tenants import tenant
    from politikontakt.modules.audit.actors import SYSTEM

    role = roles().filter(ref=role_code).first()
    if not name or role is None:
        codes = ", ".join(each.ref for each in roles())
        application.stop(_("Give --person, or --name and --role. The roles are: %s.") % codes)
    person = add_person(key=uuid4(), ref=short_name(name), name=name, by=SYSTEM)
    give_role(key=uuid4(), role=role, person=person, since=tenant().today(timezone.now()), by=SYSTEM)
    return person
