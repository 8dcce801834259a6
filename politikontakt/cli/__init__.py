"""The command `politikontakt`.

Each command is a file in `commands/`, found by its name. Only the one that is called is
imported, so that `judge` does not wait for the web application to load.
"""

import argparse
import sys
from collections.abc import Sequence

from politikontakt import __version__
from politikontakt.cli import registry, trouble
from politikontakt.cli.exits import FAULTY_INPUT, INTERRUPTED
from politikontakt.cli.language import DEFAULT, speak
from politikontakt.core.faults import FaultyInput


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give the process's exit status: 0, or 2 for faulty input, or what the command says."""
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = argparse.Namespace(language=DEFAULT)
    trouble.open_closed_streams()
    try:
        return _run(words, arguments)
    except FaultyInput as faulty:
        return _report(faulty, arguments.language)
    except BrokenPipeError:
        return trouble.stop_writing()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        status = trouble.told(error, arguments.language)
        if status is None:
            raise
        return status


def _run(words: Sequence[str], arguments: argparse.Namespace) -> int:
    """Read the arguments and run their command. What it printed has left when this ends, however it ends."""
    try:
        _parser(words).parse_args(words, arguments)
        status: int = arguments.run(arguments)
    finally:
        sys.stdout.flush()
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


def _report(faulty: FaultyInput, language: str) -> int:
    from politikontakt.cli.faults import print_faults

    speak(language)
    print_faults(faulty.faults)
    return FAULTY_INPUT
