"""The problem of the promises alone, with contact-days lost."""

import dataclasses
from collections.abc import Collection
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.build import build
from politikontakt.core.planner.model import Problem
from politikontakt.core.planner.settings import Planning
from politikontakt.core.records.columns import BLOCKS
from politikontakt.core.records.model import Records

ContactDay = tuple[str, date]
"""A contact and a day of theirs."""


def bare(agreement: Agreement, records: Records, planning: Planning, days: DayRange) -> Problem:
    """Promised items alone: no reserve, no wishes, and nothing planned yet. What is done is done."""
    series = tuple(dataclasses.replace(each, reserve=0) for each in planning.series)
    done = tuple(each for each in records.activities if each.status == "done")
    problem = build(
        agreement,
        dataclasses.replace(records, activities=done),
        dataclasses.replace(planning, series=series),
        first=days.first,
        last=days.last,
    )
    return dataclasses.replace(
        problem,
        groups=tuple(each for each in problem.groups if each.commitment is not None),
        items=tuple(each for each in problem.items if each.group.commitment is not None),
    )


def without(problem: Problem, lost: Collection[ContactDay]) -> Problem:
    """The problem once these contact-days are lost."""
    gone = {(person, day, block) for person, day in lost for block in BLOCKS}
    return dataclasses.replace(problem, absent=problem.absent | gone)


def contact_days(problem: Problem) -> list[ContactDay]:
    """Every day of from..to on which somebody is a contact, by person and day."""
    return sorted((person, day) for day, people in problem.holders.get(None, {}).items() for person in people)
