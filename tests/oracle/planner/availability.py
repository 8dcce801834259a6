"""Invented records for a planning case: places, roles, what is done and planned, meetings, absences, exceptions."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.oracle.planner.choosing import PEOPLE, PLACES
from tests.oracle.writing import Rows

if TYPE_CHECKING:
    from tests.oracle.planner.inventing import PlanCase

STARTS = ["08:00", "08:30", "09:15", "10:00", "12:00", "13:00", "17:00", "18:00", "11:40", ""]


class Around:
    """The chance and the days a case is about."""

    def __init__(self, random: Random, case: PlanCase) -> None:
        self.random, self.case = random, case
        self.absences: Rows = []

    def day(self, before: int = 10, after: int = 4) -> date:
        span = (self.case.last - self.case.first).days
        return self.case.first + timedelta(days=self.random.randint(-before, span + after))

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def away(self, people: list[str], day: date) -> bool:
        return any(row["person"] in people and row["first"] <= f"{day}" <= row["last"] for row in self.absences)


def evidence(random: Random, case: PlanCase) -> dict[str, Rows]:
    around = Around(random, case)
    around.absences = absences(around)
    places = [place_row(around, one) for one in PLACES]
    return {
        "places": places,
        "people": [{"id": one, "name": one.title()} for one in PEOPLE],
        "roles": roles(around),
        "availability": around.absences,
        "meetings": meetings(around),
        "activities": activities(around, places),
        "closed_days": closed(around),
        "exceptions": exceptions(around),
    }


def place_row(around: Around, place: dict[str, str]) -> dict[str, str]:
    row = {**place, "name": place["id"].title(), "opened_on": "", "closed_on": ""}
    if around.chance(0.15):
        row[around.random.choice(["opened_on", "closed_on"])] = f"{around.day()}"
    return row


def roles(around: Around) -> Rows:
    """Mostly two contacts all the time; now and then one who leaves midway, an acting one, or nobody."""
    if around.chance(0.04):
        return []
    long_ago = f"{around.case.first - timedelta(days=400)}"
    rows = [{"role": "contact", "person": "anne", "from": long_ago, "to": "", "acting": ""}]
    if around.chance(0.7):
        leaves = f"{around.day(0, 0)}" if around.chance(0.25) else ""
        rows.append({"role": "contact", "person": "bo", "from": long_ago, "to": leaves, "acting": ""})
    if around.chance(0.4):
        begins = around.random.choice([long_ago, f"{around.day(0, 0)}"])
        person = around.random.choice(["cecilie", "anne"])
        rows.append({"role": "chief", "person": person, "from": begins, "to": "", "acting": "yes"})
    return rows


def absences(around: Around) -> Rows:
    rows = []
    for _ in range(around.random.choice([0, 0, 1, 2])):
        first = around.day(2, 0)
        rows.append(
            {
                "person": around.random.choice(PEOPLE[:2]),
                "first": f"{first}",
                "last": f"{first + timedelta(days=around.random.choice([0, 1, 4]))}",
                "blocks": around.random.choice(["", "all", "morning", "evening|afternoon"]),
                "kind": around.random.choice(["leave", "course", "duty"]),
            }
        )
    return rows


def meetings(around: Around) -> Rows:
    rows = []
    for number in range(around.random.choice([0, 0, 1, 2, 3])):
        day = around.day(3, 1)
        who = around.random.sample(PEOPLE, around.random.randint(0, 2))
        if around.away(who, day):
            continue
        rows.append(
            {
                "id": f"m{number}",
                "kind": "council",
                "status": around.random.choice(["planned", "planned", "planned", "cancelled"]),
                "date": f"{day}",
                "people": "|".join(who),
                "start": around.random.choice(["", "", *STARTS]),
                "block": around.random.choice(["", "morning", "afternoon", "evening"]),
                "minutes": around.random.choice(["60", "90", "", "200"]),
                "place": around.random.choice(["", "senter", "a-skole"]),
            }
        )
    return rows


def activities(around: Around, places: Rows) -> Rows:
    return [activity(around, places, number) for number in range(around.random.choice([0, 0, 1, 2, 4]))]


def activity(around: Around, places: Rows, number: int) -> dict[str, str]:
    random = around.random
    day, place = around.day(), random.choice([*places[:3], *places])
    open_that_day = place["opened_on"] <= f"{day}" <= (place["closed_on"] or "9")
    status = random.choice(["done", "planned", "planned", "cancelled"])
    if status == "done" and (not open_that_day or day >= around.case.first + timedelta(days=3)):
        status = "planned"
    people = random.sample(PEOPLE, random.choice([1, 1, 1, 2]))
    series = random.choice(["", "", *(one["id"] for one in around.case.planning["series"])])
    confirmed = random.choice(["", "", "no", "yes"])
    if around.away(people, day):
        confirmed = ""
    return {
        "id": f"r{number}",
        "kind": random.choice(["visit", "visit", "presence", "talk"]),
        "status": status,
        "date": f"{day}",
        "start": random.choice(STARTS),
        "minutes": random.choice(["60", "90", "30"]),
        "place": place["id"],
        "people": "|".join(people),
        "purpose": random.choice(["", "preventive", "preventive"]),
        "audience": random.choice(["", "pupils", "pupils|parents"]),
        "confirmed": confirmed,
        "series": series,
    }


def closed(around: Around) -> Rows:
    rows = []
    for _ in range(around.random.choice([0, 0, 1])):
        first = around.day(0, 0)
        last = first + timedelta(days=around.random.choice([0, 1, 6]))
        where = around.random.choice(["", "a-skole", "senter"])
        rows.append({"place": where, "first": f"{first}", "last": f"{last}", "reason": "x"})
    return rows


def exceptions(around: Around) -> Rows:
    """Accepted or not, for a part of the period or for all of it."""
    promised = [one["commitment"][0] for one in around.case.agreement["clause"]]
    if not around.chance(0.15):
        return []
    first = around.day(40, 0)
    promise = around.random.choice(promised)
    subject = around.random.choice(["", "a-skole"]) if "for_each" in promise else ""
    return [
        {
            "commitment": promise["id"],
            "subject": subject,
            "first": f"{first}",
            "last": f"{first + timedelta(days=around.random.choice([3, 10, 300]))}",
            "kind": around.random.choice(["waived", "excused"]),
            "accepted_by": around.random.choice(["kommune", "kommune", "distrikt", ""]),
            "reason": "x",
        }
    ]
