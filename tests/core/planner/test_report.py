"""What report.json says."""

from datetime import date
from fractions import Fraction

import pytest

from politikontakt.cli.planning import as_text
from politikontakt.core.planner.model import Solution
from politikontakt.core.planner.report import Asked, Exactly, report
from tests.core.planner.scenes import Scene, at

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))
ASKED = Asked(version="1.0", first=SEPTEMBER[0], last=SEPTEMBER[1], seconds=0.12345)


def test_a_report_says_what_was_placed_and_what_was_not_and_why():
    problem = Scene().problem(*SEPTEMBER)
    plan = tuple(at(item, problem.groups[0].axis[item.ideal + 1]) for item in problem.items[:3])
    solution = Solution(plan=plan, bound=Fraction(3), conflicts={problem.items[3].key: ("window",)})

    found = report(problem, solution, ASKED)

    assert as_text(found) == (
        "{\n"
        '  "version": "1.0",\n'
        '  "from": "2016-09-01",\n'
        '  "to": "2016-09-30",\n'
        '  "points": 9.0000,\n'  # 3 days of spread and 60 minutes of travel
        '  "bound": 3.0000,\n'
        '  "gap": 0.6666666666666666,\n'
        '  "placed": 3,\n'
        '  "promised_short": 1,\n'
        '  "not_placed": [\n'
        "    {\n"
        '      "series": "visits",\n'
        '      "place": "sveberg",\n'
        '      "period": "2016-09-01",\n'
        '      "ordinal": 4,\n'
        '      "commitment": "P1",\n'
        '      "conflict": [\n'
        '        "window"\n'
        "      ]\n"
        "    }\n"
        "  ],\n"
        '  "not_placed_proven": false,\n'
        '  "stopped": false,\n'
        '  "seconds": 0.123\n'
        "}\n"
    )


def test_without_points_there_is_no_gap_and_without_a_proof_it_is_whole():
    problem = Scene().problem(*SEPTEMBER)
    one = (at(problem.items[0], date(2016, 9, 5)),)

    unproven = report(problem, Solution(plan=one), ASKED)

    assert report(problem, Solution(plan=()), ASKED)["gap"] == 0.0
    assert (unproven["bound"], unproven["gap"]) == (Exactly("0.0000"), 1.0)


@pytest.mark.parametrize(
    ("number", "nearest", "at_most"),
    [
        (Fraction(1, 3), "0.3333", "0.3333"),
        (Fraction(2, 3), "0.6667", "0.6666"),
        (Fraction(12345, 10), "1234.5000", "1234.5000"),
        (Fraction(0), "0.0000", "0.0000"),
        (Fraction(-1, 3), "-0.3333", "-0.3334"),
    ],
)
def test_points_have_four_decimals_and_bounds_are_never_rounded_up(number, nearest, at_most):
    assert (Exactly.rounded(number).text, Exactly.at_most(number).text) == (nearest, at_most)
