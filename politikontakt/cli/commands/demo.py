"""Prepare the demo: the database, two municipalities with invented people, and how to sign in as them.

What is there already is left as it is; delete the database's file to begin anew. The demo has a day
of its own, Thursday 15 March 2018, which can be set on its pages.
"""

import argparse
import os
from typing import TYPE_CHECKING

from politikontakt.cli import application

if TYPE_CHECKING:
    from politikontakt.modules.access.models import Municipality

SUMMARY = "prepare the demo municipalities and print how to sign in"
PORT = 8000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `demo` takes."""
    parser.add_argument("--port", type=int, default=PORT, help=f"the port that `serve` will use (default: {PORT})")


def run(arguments: argparse.Namespace) -> int:
    """Build what is missing, then print the addresses and the sign-ins."""
    os.environ.setdefault("POLITIKONTAKT_DEMO", "yes")
    application.load()
    from politikontakt.config.demo.prepare import NotHere, prepare

    address = f"http://localhost:{arguments.port}"
    try:
        municipalities = prepare()
    except NotHere as reason:
        application.stop(str(reason))
    print(f"Politikontakt's demo: {address}/")
    for municipality in municipalities:
        _print(municipality, address)
    print("\nSign in by a button on the sign-in page, or by e-mail address: the code is printed here.")
    return 0


def _print(municipality: "Municipality", address: str) -> None:
    from politikontakt.config.demo.prepare import sign_ins

    print(f"\n{municipality.name}: {address}/{municipality.slug}/")
    for name, title, email in sign_ins(municipality):
        print(f"  {name:<20} {title:<28} {email}")
