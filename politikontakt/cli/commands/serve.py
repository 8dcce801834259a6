"""Start the server, and beside it the sender of messages. Stop both with Ctrl-C.

POLITIKONTAKT_WORKERS says how many processes answer (default: 2). Behind a proxy that speaks HTTPS
set POLITIKONTAKT_BEHIND_PROXY=yes.
"""

import argparse
import os
import sys

from politikontakt.cli import application

SUMMARY = "start the server"
HEAPS = "MALLOC_ARENA_MAX"
HEAPS_AT_MOST = "2"
"""Heaps that glibc keeps for a process's threads. Its own choice, eight for each core, makes a worker 30 MB heavier."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `serve` takes."""
    parser.add_argument("--port", type=int, default=8000, help="default: 8000")
    parser.add_argument("--address", default="127.0.0.1", help="where to listen (default: this machine alone)")


def run(arguments: argparse.Namespace) -> int:
    """Check that all is as it must be, then serve until stopped."""
    if HEAPS not in os.environ:
        _begin_anew(arguments)
    application.start()
    from politikontakt.config.serving import serve

    return serve(address=arguments.address, port=arguments.port)


def _begin_anew(arguments: argparse.Namespace) -> None:
    """The same process once more, with few heaps: glibc reads that only when a program begins."""
    command = ["serve", "--port", str(arguments.port), "--address", arguments.address]
    os.execve(  # noqa: S606 (our own interpreter and our own command)
        sys.executable,
        [sys.executable, "-m", "politikontakt.cli", *command],
        {**os.environ, HEAPS: HEAPS_AT_MOST},
    )
