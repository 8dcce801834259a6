"""The command `politikontakt`.

Each command is a file in `commands/`, found by its name. Only the one that is called is
imported, so that `judge` does not wait for the web application to load.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from politikontakt import __version__
from politikontakt.cli import registry
from politikontakt.cli.exits import FAULTY_INPUT, INTERRUPTED, PIPE_CLOSED
from politikontakt.core.faults import FaultyInput


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give the process's exit status: 0, or 2 for faulty input, or what the command says."""
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = _parser(words).parse_args(words)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except FaultyInput as faulty:
        return _report(faulty, getattr(arguments, "language", None))
    except BrokenPipeError:
        return _stop_writing()
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows the command that is called, or all of them when none is."""
    parser = argparse.ArgumentParser(
        prog="politikontakt",
        description="Promises between police and municipality: planned, carried out, judged from evidence.",
        epilog="`politikontakt COMMAND --help` tells what a command takes.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"politikontakt {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    known = registry.names()
    called = next((word for word in words if not word.startswith("-")), "")
    for name in [called] if called in known else known:
        registry.add(commands, name)
    return parser


def _report(faulty: FaultyInput, language: str | None) -> int:
    from politikontakt.cli.faults import print_faults
    from politikontakt.cli.language import DEFAULT, speak

    speak(language or DEFAULT)
    sys.stdout.flush()
    print_faults(faulty.faults)
    return FAULTY_INPUT


def _stop_writing() -> int:
    """Nobody reads on (`| head`): leave without a word, also when Python closes its streams."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
