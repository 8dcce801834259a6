"""Finding the commands: one module each in `commands/`, imported only when it is needed.

A command module has `SUMMARY` (one line), `add_arguments(parser)` and `run(arguments) -> int`.
"""

import argparse
import importlib
import pkgutil
from collections.abc import Sequence
from typing import Any

from politikontakt.cli import commands


def names() -> Sequence[str]:
    """The commands there are, by name, as people type them."""
    found = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return sorted(name.replace("_", "-") for name in found if not name.startswith("_"))


def add(parsers: "argparse._SubParsersAction[Any]", name: str) -> None:
    """Make the parser know a command."""
    command = importlib.import_module(f"{commands.__name__}.{name.replace('-', '_')}")
    parser = parsers.add_parser(name, help=command.SUMMARY, description=command.__doc__, allow_abbrev=False)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)
