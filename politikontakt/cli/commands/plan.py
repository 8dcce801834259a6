"""Lay the year: which day, block and people each promised visit gets, from an agreement and its records.

RECORDS also holds planning.toml, and may hold availability.csv. FOLDER gets activities.csv, the new
rows only, and report.json. Nothing that is done or planned already is moved. Exit status: 0 with a
plan, also when promises are short; 2 for faulty input; 3 with --fail-on-short when promises are short.
"""

import argparse
from pathlib import Path
from time import perf_counter

from politikontakt import __version__
from politikontakt.cli.arguments import day, seconds
from politikontakt.cli.exits import ASKED_TO_FAIL
from politikontakt.cli.language import add_language

SUMMARY = "lay out what is promised and wished for over the days that people have"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `plan` takes."""
    parser.add_argument("agreement", metavar="AGREEMENT", type=Path, help="the agreement file (TOML)")
    parser.add_argument("records", metavar="RECORDS", type=Path, help="the folder of records (CSV and planning.toml)")
    parser.add_argument("--from", dest="first", metavar="DATE", type=day, required=True, help="the first day to plan")
    parser.add_argument("--to", dest="last", metavar="DATE", type=day, required=True, help="the last day to plan")
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help="where the plan is written")
    add_solver_arguments(parser)
    add_language(parser)


def add_solver_arguments(parser: argparse.ArgumentParser) -> None:
    """How long and from which seed to look, and when to fail."""
    parser.add_argument("--seconds", metavar="N", type=seconds, help="end after so many seconds, with what is found")
    parser.add_argument("--seed", metavar="N", type=int, default=0, help="another seed may find another plan")
    parser.add_argument("--fail-on-short", action="store_true", help="exit 3 when a promise is short")


def run(arguments: argparse.Namespace) -> int:
    """Plan, write, and say whether promises are short, where `--fail-on-short` asks."""
    from politikontakt.cli import planning
    from politikontakt.cli.show.plan import show
    from politikontakt.core.planner import check
    from politikontakt.core.planner.build import build
    from politikontakt.core.planner.conflicts import explained
    from politikontakt.core.planner.report import Asked, report
    from politikontakt.core.planner.rows import new_rows, timed
    from politikontakt.core.planner.solve import plan
    from politikontakt.web.ui.wording.subjects import Names

    began = perf_counter()
    stop = planning.stop_after(arguments.seconds)
    planning.refuse_records(arguments.out, arguments.records)
    days = planning.days_between(arguments.first, arguments.last)
    agreement, records = planning.read_records_to_plan(arguments.agreement, arguments.records)
    settings = planning.read_planning_file(arguments.records, agreement, records, days)
    problem = build(agreement, records, settings, first=days.first, last=days.last)
    solution = explained(problem, plan(problem, seed=arguments.seed, stop=stop), stop)
    asked = Asked(version=__version__, first=days.first, last=days.last, seconds=perf_counter() - began)
    found = report(problem, solution, asked)
    rows = new_rows(problem, timed(problem, solution.plan), records)
    planning.write_answer(arguments.out, rows, {"report.json": found})
    show(found, check.warnings(problem), names=Names.of(records), folder=arguments.out, language=arguments.language)
    return ASKED_TO_FAIL if arguments.fail_on_short and found["promised_short"] else 0
