"""Disturbances for the replan: a year that was planned, and days that somebody loses in it."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.instances import Instance
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.planner.build import build
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import Plan, Problem
from politikontakt.core.planner.read import read_planning
from politikontakt.core.planner.rows import new_rows, timed
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records


@dataclass(frozen=True, slots=True)
class Disturbance:
    """A problem of replanning, and how many days were lost."""

    problem: Problem
    days: int


class Year:
    """An instance whose plan was accepted: a fifth of the rows confirmed, those before the day of replanning done."""

    def __init__(self, instance: Instance, plan: Plan) -> None:
        self.instance = instance
        self.agreement = read_agreement(instance.agreement, file="agreement.toml", kinds=KINDS)
        files = {name: source for name, source in instance.files.items() if name.endswith(".csv")}
        self.records = read_records(files, self.agreement)
        days = DayRange(instance.first, instance.last)
        self.planning = read_planning(instance.files["planning.toml"], self.agreement, self.records, days=days)
        problem = build(self.agreement, self.records, self.planning, first=instance.first, last=instance.last)
        self.rows = new_rows(problem, timed(problem, plan), self.records)
        self.contacts = problem.contacts

    def disturbances(self, count: int, seed: int) -> Iterator[Disturbance]:
        """So many: by turns one day and a week are lost by one contact, up to ten days ahead."""
        random = Random(seed)
        confirmed = {row.id for row in self.rows if random.random() < 0.2}
        for number in range(count):
            person = random.choice(self.contacts)
            first = random.choice(sorted({row.on for row in self.rows if person in row.people}))
            days = 1 if number % 2 == 0 else 7
            start = first - timedelta(days=random.choice((0, 0, 1, 3, 10)))
            lost = Lost(person, DayRange(first, first + timedelta(days=days - 1)))
            yield Disturbance(self._problem(start, lost, confirmed), days)

    def _problem(self, start: date, lost: Lost, confirmed: set[str]) -> Problem:
        rows = tuple(
            dataclasses.replace(row, status="done" if row.on < start else "planned", confirmed=row.id in confirmed)
            for row in self.rows
        )
        records: Records = dataclasses.replace(self.records, activities=self.records.activities + rows)
        last = self.instance.last
        return build(self.agreement, records, self.planning, first=start, last=last, lost=[lost], replan=True)
