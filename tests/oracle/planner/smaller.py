"""Makes a case as small as it gets, one thing less at a time, as long as it still differs in the same way."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.oracle.planner.inventing import PlanCase

SERIES_MUST = ("id", "commitment", "minutes", "places", "activity", "at_least", "per")
TERMS_MUST = ("id", "title", "owed_by", "owed_to", "rule", "activity", "at_least", "per")


def smaller(case: PlanCase, differs: Callable[[PlanCase], bool]) -> PlanCase:
    """The smallest case found that still differs. After a success the search goes on where it was."""
    at = 0
    tried = 0
    while True:
        left = list(simpler(case))
        if tried >= len(left):
            return case
        at %= len(left)
        if _holds(left[at], differs):
            case, tried = left[at], 0
        else:
            at, tried = at + 1, tried + 1


def _holds(case: PlanCase, differs: Callable[[PlanCase], bool]) -> bool:
    try:
        return differs(case)
    except Exception:  # a case that one of the two can not take shows nothing
        return False


def simpler(case: PlanCase) -> Iterator[PlanCase]:
    """Every case that is this one without one thing: a row, a cell, a series, a term, a limit, a lost range."""
    if case.separator == ";":
        yield replace(case, separator=",")
    for index in range(len(case.lost) if len(case.lost) > 1 else 0):
        yield replace(case, lost=case.lost[:index] + case.lost[index + 1 :])
    for agreement in _agreements(case.agreement):
        yield replace(case, agreement=agreement)
    for planning in _plannings(case.planning):
        yield replace(case, planning=planning)
    for name, rows in case.records.items():
        for index, row in enumerate(rows):
            yield replace(case, records={**case.records, name: rows[:index] + rows[index + 1 :]})
            for column in [column for column, cell in row.items() if cell]:
                changed = [*rows[:index], {**row, column: ""}, *rows[index + 1 :]]
                yield replace(case, records={**case.records, name: changed})


def _agreements(agreement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("clause", "amendment"):
        for index in range(len(agreement[name])):
            yield {**agreement, name: agreement[name][:index] + agreement[name][index + 1 :]}
    for index, clause in enumerate(agreement["clause"]):
        for key in [key for key in clause["commitment"][0] if key not in TERMS_MUST]:
            fewer = deepcopy(agreement)
            del fewer["clause"][index]["commitment"][0][key]
            yield fewer


def _plannings(planning: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for index, series in enumerate(planning["series"]):
        others = planning["series"][:index], planning["series"][index + 1 :]
        yield {**planning, "series": [*others[0], *others[1]]}
        for key in [key for key in series if key not in SERIES_MUST]:
            fewer = {name: value for name, value in series.items() if name != key}
            yield {**planning, "series": [*others[0], fewer, *others[1]]}
        if len(series.get("places", ())) > 1:
            for place in series["places"]:
                yield {**planning, "series": [*others[0], {**series, "places": [place]}, *others[1]]}
    if "anne" in planning["limits"]:
        yield {**planning, "limits": {key: value for key, value in planning["limits"].items() if key != "anne"}}
    for key, value in planning["weights"].items():
        if value:
            yield {**planning, "weights": {**planning["weights"], key: 0}}
