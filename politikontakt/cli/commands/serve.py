"""Start the server, and beside it the sender of messages. Stop both with Ctrl-C.

POLITIKONTAKT_WORKERS says how many processes answer (default: 2). Behind a proxy that speaks HTTPS
set POLITIKONTAKT_BEHIND_PROXY=yes.
"""

import argparse

from politikontakt.cli import application

SUMMARY = "start the server"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `serve` takes."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument("--address", default="127.0.0.1", help="where to listen (default: this machine alone)")


def run(arguments: argparse.Namespace) -> int:
    """Check that all is as it must be, then serve until stopped."""
    application.start()
    from politikontakt.config.serving import serve

    return serve(address=arguments.address, port=arguments.port)
