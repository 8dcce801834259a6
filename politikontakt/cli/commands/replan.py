"""Mend the plan when days are lost: move as little as possible, and drop no promise that can be kept.

Each lost range is written PERSON:FIRST..LAST, whole days. Done rows, meetings and confirmed rows that are
not hit stay where they are. FOLDER gets activities.csv (the rows that change, with the same ids, and new
rows for what was empty), moves.json and report.json. Exit status as for `plan`.
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from politikontakt import __version__
from politikontakt.cli.arguments import day, lost
from politikontakt.cli.commands.plan import add_solver_arguments
from politikontakt.cli.exits import ASKED_TO_FAIL
from politikontakt.cli.language import add_language
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.planner.crew import Lost
from politikontakt.core.records.model import Records

SUMMARY = "mend a plan when days are lost, with as few changes as can be"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `replan` takes."""
    parser.add_argument("agreement", metavar="AGREEMENT", type=Path, help="the agreement file (TOML)")
    parser.add_argument("records", metavar="RECORDS", type=Path, help="the folder of records (CSV and planning.toml)")
    parser.add_argument(
        "--lost",
        metavar="PERSON:FIRST..LAST",
        type=lost,
        nargs="+",
        action="extend",
        required=True,
        help="whole days a person loses, such as anna:2018-03-20..2018-03-23",
    )
    parser.add_argument("--from", dest="first", metavar="DATE", type=day, required=True, help="the first day to change")
    parser.add_argument("--to", dest="last", metavar="DATE", type=day, help="the last (default: the last planned row)")
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help="where the changes are written")
    add_solver_arguments(parser)
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Replan, write, and say whether promises are short, where `--fail-on-short` asks."""
    from politikontakt.cli import planning
    from politikontakt.cli.show.plan import show
    from politikontakt.core.planner import check
    from politikontakt.core.planner.build import build
    from politikontakt.core.planner.conflicts import explained
    from politikontakt.core.planner.moves import moves
    from politikontakt.core.planner.report import Asked, report
    from politikontakt.core.planner.rows import changed_rows, in_order, new_rows, timed
    from politikontakt.core.planner.solve import plan as solve
    from politikontakt.web.ui.wording.subjects import Names

    began = perf_counter()
    stop = planning.stop_after(arguments.seconds)
    planning.refuse_records(arguments.out, arguments.records)
    agreement, records = planning.read_records_to_plan(arguments.agreement, arguments.records)
    _check_people(arguments.lost, records)
    days = planning.days_between(arguments.first, arguments.last or _last_planned(records, arguments.first))
    settings = planning.read_planning_file(arguments.records, agreement, records, days)
    problem = build(agreement, records, settings, first=days.first, last=days.last, lost=arguments.lost, replan=True)
    solution = explained(problem, solve(problem, seed=arguments.seed, stop=stop), stop)
    mended = timed(problem, solution.plan)
    asked = Asked(version=__version__, first=days.first, last=days.last, seconds=perf_counter() - began, replan=True)
    found = report(problem, solution, asked)
    rows = [*changed_rows(problem, mended, records), *new_rows(problem, mended, records)]
    others = {"report.json": found, "moves.json": moves(problem, mended)}
    planning.write_answer(arguments.out, sorted(rows, key=in_order), others)
    warnings = check.warnings(problem, mended)
    show(found, warnings, names=Names.of(records), folder=arguments.out, language=arguments.language)
    return ASKED_TO_FAIL if arguments.fail_on_short and found["promised_short"] else 0


def _check_people(ranges: Sequence[Lost], records: Records) -> None:
    known = tuple(sorted(each.id for each in records.people))
    unknown = [each.person for each in ranges if each.person not in known]
    if unknown:
        values = {"choices": known}
        raise FaultyInput([Fault("unknown_person", "--lost", values={"found": each, **values}) for each in unknown])


def _last_planned(records: Records, first: date) -> date:
    """The day of the last planned row; without one the first day to change."""
    return max([first, *(each.on for each in records.activities if each.status == "planned")])
