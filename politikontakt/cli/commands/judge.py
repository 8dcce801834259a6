"""Say how each commitment stands on a day, from an agreement file and a folder of records.

Shown is the period that holds the day. Exit status: 0, 2 for faulty input (all faults on
stderr), 3 when a verdict that is shown has one of the standings of --fail-on.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from politikontakt.cli.arguments import day, standings
from politikontakt.cli.exits import ASKED_TO_FAIL
from politikontakt.cli.language import add_language, speak
from politikontakt.cli.reading import read_both
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Records

SUMMARY = "say how each commitment stands on a day, and why"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `judge` takes."""
    parser.add_argument("agreement", metavar="AGREEMENT", type=Path, help="the agreement file (TOML)")
    parser.add_argument("records", metavar="RECORDS", type=Path, help="the folder of records (CSV)")
    parser.add_argument("--on", metavar="DATE", type=day, help="YYYY-MM-DD (default: today in the agreement's zone)")
    parser.add_argument("--all-periods", action="store_true", help="every period begun, not only the one of the day")
    parser.add_argument("--json", action="store_true", help="for other programs instead of a table")
    parser.add_argument(
        "--fail-on",
        metavar="STANDINGS",
        type=standings,
        default=frozenset(),
        help="exit 3 when a verdict shown has one of these, such as broken,at_risk",
    )
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Judge, show, and say whether anything stands as `--fail-on` names."""
    from politikontakt.core.commitments.judge import verdicts

    agreement, records = read_both(arguments.agreement, arguments.records)
    on = arguments.on or _today(agreement)
    found = verdicts(agreement, records, on=on, all_periods=arguments.all_periods)
    if arguments.json:
        _print_json(found)
    else:
        _print_table(agreement, records, found, on=on, language=arguments.language)
    return ASKED_TO_FAIL if any(each.standing in arguments.fail_on for each in found) else 0


def _today(agreement: Agreement) -> date:
    return datetime.now(ZoneInfo(agreement.time_zone)).date()


def _print_json(found: Sequence[Verdict]) -> None:
    from politikontakt.core.commitments.as_json import as_json

    json.dump({"verdicts": [as_json(each) for each in found]}, sys.stdout, indent=2)
    print()


def _print_table(agreement: Agreement, records: Records, found: Sequence[Verdict], *, on: date, language: str) -> None:
    from politikontakt.cli.show.terminal import terminal, write
    from politikontakt.cli.show.verdicts import table

    speak(language)
    write(table(agreement, records, found, on=on, terminal=terminal(sys.stdout)))
