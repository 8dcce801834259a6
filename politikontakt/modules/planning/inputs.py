"""What a plan is made from: the agreement in force, the records, and planning.toml read against both."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.build import build
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import Problem
from politikontakt.core.planner.read import read_planning
from politikontakt.core.planner.settings import Planning
from politikontakt.core.records.model import Records
from politikontakt.modules.agreements.queries import agreement_on, planning_file
from politikontakt.modules.compliance.queries import records
from politikontakt.modules.planning.errors import NoSettings


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything the planner reads."""

    agreement: Agreement
    records: Records
    planning: Planning

    def problem(self, days: DayRange, *, lost: Iterable[Lost] = (), replan: bool = False) -> Problem:
        """The problem of planning some days."""
        return build(
            self.agreement, self.records, self.planning, first=days.first, last=days.last, lost=lost, replan=replan
        )


def inputs(days: DayRange) -> Inputs:
    """What a plan of some days is made from. Raises NoSettings, or FaultyInput with every fault of the settings."""
    source, stored = planning_file(), agreement_on(days.first)
    if source is None or stored is None:
        raise NoSettings()
    known = records()
    return Inputs(stored.content, known, read_planning(source, stored.content, known, days=days))


def last_planned(first: date) -> date:
    """The day of the last planned row; without one the day itself."""
    return max([first, *(each.on for each in records().activities if each.status == "planned")])


def read_settings(source: bytes, agreement: Agreement, days: DayRange) -> Planning:
    """Settings that somebody wants to store, read as a plan of some days would read them. Raises FaultyInput."""
    return read_planning(source, agreement, records(), days=days)
