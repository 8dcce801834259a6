"""The hard rules once more, read straight off the description, slow and without a line of `hard/`.

Only whether a plan may be carried out: False as soon as a row that the plan lays or moves takes part in
a breach.
"""

from datetime import date, timedelta
from itertools import permutations

from politikontakt.core.planner.model import Placement, Plan, Problem

ONE = timedelta(days=1)


def allowed(problem: Problem, plan: Plan) -> bool:
    """Whether the plan breaks no hard rule."""
    items = {item.key: item for item in problem.items}
    rows = [_standing(each) for each in problem.kept]
    for number, placement in enumerate(plan):
        item = items[placement.item]
        new = item.old is None or (placement.day, placement.block, placement.people) != (
            item.old.day,
            item.old.block,
            item.old.people,
        )
        if item.old is not None and item.old.hit and not new:
            return False
        if new and not _lies_well(problem, item, placement):
            return False
        rows.append(
            {
                "day": placement.day,
                "block": placement.block,
                "start": placement.start,
                "minutes": item.minutes,
                "zone": item.group.zone,
                "people": placement.people,
                "series": item.key.series,
                "place": item.key.place,
                "new": new,
                "own": number,
                "placed": True,
            }
        )
    return (
        _days_apart(rows)
        and _times_exist(problem, rows)
        and all(_person_copes(problem, rows, person) for person in problem.contacts)
    )


def _standing(kept) -> dict:
    return {
        "day": kept.day,
        "block": kept.block,
        "start": kept.start,
        "minutes": kept.minutes,
        "zone": kept.zone,
        "people": kept.people,
        "series": kept.series,
        "place": kept.place,
        "new": False,
        "own": kept.code,
        "placed": False,
    }


def _lies_well(problem: Problem, item, placement: Placement) -> bool:
    days = [item.group.axis[index] for index in item.days]
    role = item.group.role
    crew = problem.holders.get(role, {}).get(placement.day, ())
    needed = len(crew) if item.group.people is None else item.group.people
    return (
        placement.day in days
        and placement.day.weekday() in item.group.weekdays
        and problem.first <= placement.day <= problem.last
        and placement.block in item.group.blocks
        and len(placement.people) == len(set(placement.people)) == needed > 0
        and set(placement.people) <= set(crew)
        and not any(
            absence.person in placement.people
            and absence.first <= placement.day <= absence.last
            and placement.block in absence.blocks
            for absence in problem.absences
        )
    )


def _days_apart(rows) -> bool:
    for row in rows:
        if row["new"]:
            for other in rows:
                same = all(row[key] == other[key] for key in ("series", "place", "day"))
                if other is not row and same:
                    return False
    return True


def _minutes(problem: Problem, rows) -> int:
    trips = {(row["day"], row["block"] or ("own", row["own"]), row["zone"]) for row in rows if row["zone"] is not None}
    return sum(row["minutes"] for row in rows) + sum(problem.travel[zone] for _, _, zone in trips)


def _person_copes(problem: Problem, rows, person: str) -> bool:
    mine = [row for row in rows if person in row["people"]]
    limits = problem.limits[person]
    for row in (each for each in mine if each["new"]):
        day = row["day"]
        week = [each for each in mine if each["day"].isocalendar()[:2] == day.isocalendar()[:2]]
        here = [each for each in week if each["day"] == day and each["block"] == row["block"]]
        if _minutes(problem, here) > problem.blocks[row["block"]].minutes:
            return False
        if _minutes(problem, week) > limits.weekly_minutes:
            return False
        evenings = {each["day"] for each in week if each["block"] == "evening"}
        if row["block"] == "evening" and len(evenings) > limits.evenings_per_week:
            return False
        if row["block"] == "evening" and _has(mine, day + ONE, "morning"):
            return False
        if row["block"] == "morning" and _has(mine, day - ONE, "evening"):
            return False
        if day.weekday() == 5 and not _saturdays_fit(mine, day, limits.saturdays_per_three_weeks):
            return False
    return True


def _has(rows, day: date, block: str) -> bool:
    return any(row["day"] == day and row["block"] == block for row in rows)


def _saturdays_fit(rows, day: date, most: int) -> bool:
    for back in range(21):
        first = day - back * ONE
        window = [first + ahead * ONE for ahead in range(21)]
        taken = {row["day"] for row in rows if row["day"].weekday() == 5 and row["day"] in window}
        if len(taken) > most:
            return False
    return True


def _times_exist(problem: Problem, rows) -> bool:
    """Fixed times don't clash with a new row, and the others find times, tried in every order."""
    timed = [row for row in rows if row["start"] is not None]
    for row in (each for each in timed if each["new"]):
        block = problem.blocks[row["block"]]
        if not block.first <= row["start"] < block.last or row["start"] + row["minutes"] > block.last:
            return False
        if any(_clash(row, other) for other in timed if other is not row):
            return False
    open_rows = [row for row in rows if row["placed"] and row["start"] is None and row["block"] is not None]
    for key in {(row["day"], row["block"]) for row in open_rows}:
        here = [row for row in open_rows if (row["day"], row["block"]) == key]
        if any(row["new"] for row in here) and not any(
            _laid_in_order(problem, timed, order, key) for order in permutations(here)
        ):
            return False
    return True


def _clash(row, other) -> bool:
    return bool(
        row["day"] == other["day"]
        and set(row["people"]) & set(other["people"])
        and row["start"] < other["start"] + other["minutes"]
        and other["start"] < row["start"] + row["minutes"]
    )


def _laid_in_order(problem: Problem, timed, order, key) -> bool:
    day, block = key
    laid = [row for row in timed if row["day"] == day]
    for row in order:
        for start in range(problem.blocks[block].first, problem.blocks[block].last, 5):
            tried = {**row, "start": start}
            inside = start + row["minutes"] <= problem.blocks[block].last
            if inside and not any(_clash(tried, other) for other in laid):
                laid.append(tried)
                break
        else:
            return False
    return True
