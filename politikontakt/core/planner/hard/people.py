"""Exactly as many contacts as needed, all of them in the role and free."""

from collections.abc import Iterator

from politikontakt.core.planner.hard.breach import PlanFault, breach
from politikontakt.core.planner.hard.diary import Diary
from politikontakt.core.planner.laid import Laid
from politikontakt.core.planner.model import Item, Problem


def breaches(diary: Diary) -> Iterator[PlanFault]:
    """New rows with the wrong people, and whatever lies on somebody's absence."""
    for row in diary.rows:
        if row.item is not None and row.new and diary.problem.first <= row.day <= diary.problem.last:
            yield from _wrong_people(diary.problem, row, row.item)
        for person in row.people:
            if row.block is not None and not diary.problem.free(person, row.day, row.block):
                yield breach("away", [row], day=row.day, person=person)


def _wrong_people(problem: Problem, row: Laid, item: Item) -> Iterator[PlanFault]:
    role, needed = item.group.role, item.group.people
    in_role = problem.in_role(role, row.day)
    for person in row.people:
        if person not in in_role:
            yield breach("not_in_role", [row], day=row.day, person=person, role=role)
    many = len(in_role) if needed is None else needed
    if len(row.people) != many or len(set(row.people)) != many or not many:
        yield breach("wrong_number_of_people", [row], day=row.day, needed=many, found=len(row.people))
