"""Say whether what is promised fits in the time that the contacts have, before anybody signs.

Minutes promised and available for each month, and how many contact-days may be lost before a promise
is short. --set tries other terms: --set P12b.at_least=10. Exit status: 0, or 2 for faulty input.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from politikontakt.cli.arguments import change, day
from politikontakt.cli.language import add_language, speak

SUMMARY = "say whether what is promised fits in the time there is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `capacity` takes."""
    parser.add_argument("agreement", metavar="AGREEMENT", type=Path, help="the agreement file (TOML)")
    parser.add_argument("records", metavar="RECORDS", type=Path, help="the folder of records (CSV and planning.toml)")
    parser.add_argument("--from", dest="first", metavar="DATE", type=day, required=True, help="the first day")
    parser.add_argument("--to", dest="last", metavar="DATE", type=day, required=True, help="the last day")
    parser.add_argument(
        "--set",
        dest="changes",
        metavar="COMMITMENT.TERM=VALUE",
        type=change,
        action="append",
        default=[],
        help="another term to try, such as P12b.at_least=10; more than once for more of them",
    )
    parser.add_argument("--json", action="store_true", help="for other programs instead of a table")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Work out and show."""
    from politikontakt.cli import planning
    from politikontakt.core.planner.capacity.answer import capacity
    from politikontakt.core.planner.capacity.what_if import changed
    from politikontakt.core.planner.solve.first import first_plan

    days = planning.days_between(arguments.first, arguments.last)
    agreement, records = planning.read_records_to_plan(arguments.agreement, arguments.records)
    agreement = changed(agreement, arguments.changes, source="--set")
    settings = planning.read_planning_file(arguments.records, agreement, records, days)
    found = capacity(agreement, records, settings, days, first_plan)
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        print()
    else:
        _print_table(found, arguments.language)
    return 0


def _print_table(found: Mapping[str, Any], language: str) -> None:
    from politikontakt.cli.show.capacity import lines

    speak(language)
    for line in lines(found):
        print(line)
