"""Invented records: rows of cells that fit an agreement, crowded around its edges and the day asked about."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.inventory import INDICATORS, PARTIES, PEOPLE, PLACES, PURPOSES, ROLES, THEMES
from tests.oracle.scene import Scene
from tests.oracle.writing import Rows


def records(random: Random, agreement: dict[str, Any], on: date) -> dict[str, Rows]:
    """Every file of a folder, most of them short."""
    scene = Scene(random, agreement, on)
    scene.places, scene.roles = places(scene), roles(scene)
    known = {
        "places": scene.places,
        "people": [{"id": one, "name": one.title()} for one in PEOPLE],
        "roles": scene.roles,
    }
    return {**known, **{name: make(scene) for name, make in FILES.items()}}


def places(scene: Scene) -> Rows:
    """Some places; one in three opens or closes while the agreement lives. Those that members name must be there."""
    named = {member for promise in scene.promises for member in scene.members_of(promise)}
    rows = [row for row in PLACES if row["id"] in named or scene.chance(0.55)]
    return [place_row(scene, row) for row in rows]


def place_row(scene: Scene, row: dict[str, str]) -> dict[str, str]:
    opened, closed = sorted([scene.day(), scene.day()])
    return {
        **row,
        "name": row["id"].title(),
        "opened_on": scene.cell(opened, 0.2),
        "closed_on": scene.cell(closed, 0.2),
    }


def roles(scene: Scene) -> Rows:
    """Holdings with gaps, overlaps and acting holders; now and then a role that nobody ever held."""
    rows = []
    for _ in range(scene.random.choice([0, 3, 4, 5, 6])):
        first, last = scene.days()
        whole = scene.chance(0.45)
        rows.append(
            {
                "role": scene.random.choice(ROLES),
                "person": scene.random.choice(PEOPLE),
                "from": f"{min(first, scene.first) if whole else first}",
                "to": "" if whole and scene.chance(0.6) else f"{max(last, first)}",
                "acting": scene.random.choice(["yes", "no", "", ""]),
            }
        )
    return rows


def activities(scene: Scene) -> Rows:
    """Work of every status, in no order; a third of it on a day that already has some."""
    days: list[date] = []
    for _ in range(scene.random.choice([0, 6, 15, 30])):
        days.append(scene.random.choice(days) if days and scene.chance(0.33) else scene.day())
    found = [activity(scene, f"x{number}", day) for number, day in enumerate(days)]
    scene.random.shuffle(found)
    return found


def activity(scene: Scene, key: str, day: date) -> dict[str, str]:
    random = scene.random
    status = random.choice(["done"] * 6 + ["planned", "planned", "cancelled"])
    ids = [row["id"] for row in scene.places if status != "done" or scene.is_open(row["id"], day)]
    years = [f"cohort:{scene.on.year + n}" for n in (0, 1, 2)]
    groups = random.choice(["", "pupils", "parents", "parents", "parents|pupils", "staff"])
    return {
        "id": key,
        "kind": random.choice(["visit", "visit", "talk", "patrol"]),
        "status": status,
        "date": f"{day}",
        "start": random.choice(["", "08:30", "12:00", "19:00"]),
        "minutes": random.choice(["", "0", "20", "30", "45", "120"]),
        "place": random.choice(["", *ids, *ids]),
        "people": scene.people(day),
        "purpose": random.choice(["", *PURPOSES[:2], *PURPOSES]),
        "audience": "|".join(part for part in (groups, scene.several(years, 2) if scene.chance(0.3) else "") if part),
        "themes": scene.several(THEMES, 2),
        "partner": random.choice(["", "fau", "Ørn & co"]),
    }


def meetings(scene: Scene) -> Rows:
    return [
        {
            "id": f"m{number}",
            "kind": scene.random.choice(["council", "council", "heads"]),
            "status": scene.random.choice(["done", "done", "done", "planned", "cancelled"]),
            "date": f"{scene.day()}",
            "people": "|".join(scene.random.sample(PEOPLE, scene.random.randint(2, 4))),
            "agenda": scene.random.choice(["evaluation", "drugs|evaluation", "evaluation|drugs", ""]),
        }
        for number in range(scene.random.choice([0, 4, 10, 20]))
    ]


def documents(scene: Scene) -> Rows:
    rows = []
    for number in range(scene.random.choice([0, 1, 3])):
        kind, attached = scene.random.choice(["plan", "report"]), scene.random.choice(["yes", "no", ""])
        rows.append({"id": f"d{number}", "kind": kind, "approved_on": f"{milestone(scene)}", "attached": attached})
    return rows


def events(scene: Scene) -> Rows:
    kinds = ["moved", "reform"]
    number = scene.random.choice([0, 1, 3])
    return [{"id": f"e{n}", "kind": scene.random.choice(kinds), "date": f"{milestone(scene)}"} for n in range(number)]


def milestone(scene: Scene) -> date:
    """Any day, or one on the edge of what a deadline looks at: signing, start and the day itself."""
    due = [promise["by"] for promise in scene.promises if promise["rule"] == "deadline"]
    edge = scene.random.choice([scene.agreement["signed_on"], scene.first, *due, *due])
    return scene.random.choice([scene.day(), edge + timedelta(days=scene.random.choice([-1, 0, 0, 1]))])


def requests(scene: Scene) -> Rows:
    rows = []
    for number in range(scene.random.choice([0, 2, 6])):
        received = scene.day()
        answered = received + timedelta(days=scene.random.choice([0, 1, 2, 3, 7, 8, 30]))
        kind = scene.random.choice(["advice", "advice", "talk"])
        row = {"id": f"r{number}", "kind": kind, "received_on": f"{received}", "answered_on": scene.cell(answered, 0.7)}
        rows.append({**row, "outcome": scene.cell("done")})
    return rows


def judgements(scene: Scene) -> Rows:
    """Findings of most parties, most of them of one period and alike; now and then a second thought."""
    rows = []
    for promise in [promise for promise in scene.promises if promise["rule"] == "judgement"]:
        usual = scene.random.choice(["kept", "partly", "not_kept"])
        period = scene.span_of(promise).first
        for party in PARTIES * scene.random.choice([0, 1, 1, 2]):
            named = scene.span_of(promise).first if scene.chance(0.15) else period
            judged = scene.random.choice([scene.on, scene.on - timedelta(days=3), scene.day()])
            finding = scene.random.choice(["kept", "partly", "not_kept"]) if scene.chance(0.2) else usual
            known = {"commitment": promise["id"], "party": party, "period_first": f"{named}"}
            rows.append({**known, "judged_on": f"{judged}", "finding": finding})
    scene.random.shuffle(rows)
    return rows


def interval(scene: Scene, value: int) -> dict[str, str]:
    """A value with an interval that may be open below or above."""
    low, high = value - scene.random.choice([0, 1, 10]), value + scene.random.choice([0, 1, 10])
    half = scene.random.choice(["", ".5"])
    return {"value": f"{value}{half}", "low": scene.cell(low), "high": scene.cell(f"{high}.75")}


def baselines(scene: Scene) -> Rows:
    """Levels before the agreement, some of as many days as a period has, not all of them locked."""
    lengths = [len(scene.span_of(promise).days) - 1 for promise in scene.promises if promise["rule"] == "baseline"]
    rows = []
    for _ in range(scene.random.choice([0, 2, 3, 4])):
        first = scene.first - timedelta(days=scene.random.choice([400, 365, 90]))
        last = first + timedelta(days=scene.random.choice([0, 29, 89, *lengths, *lengths]))
        locked = scene.first + timedelta(days=scene.random.choice([-20, -20, -5, 0, 1]))
        days = {"period_first": f"{first}", "period_last": f"{last}"}
        level = interval(scene, scene.random.choice([11, 12, 30]))
        known = {"indicator": scene.random.choice(INDICATORS), **days, **level}
        rows.append({**known, "locked_on": scene.cell(locked, 0.85)})
    return rows


def measurements(scene: Scene) -> Rows:
    rows = []
    for promise in [promise for promise in scene.promises if promise["rule"] == "baseline"]:
        for _ in range(scene.random.choice([1, 2, 4, 6])):
            found = scene.spans_of(promise)
            span = scene.random.choice([span for span in found if span.last < scene.on] or found)
            last = span.last - timedelta(days=scene.chance(0.1) and span.last > span.first)
            days = {"period_first": f"{span.first}", "period_last": f"{last}"}
            indicator = promise["indicator"] if scene.chance(0.8) else scene.random.choice(INDICATORS)
            rows.append({"indicator": indicator, **days, **interval(scene, scene.random.choice([11, 12, 30, 60]))})
    return rows


def exceptions(scene: Scene) -> Rows:
    """Days set aside, most often of one promise, in parts that together or alone may be a whole period."""
    rows: Rows = []
    promise = scene.random.choice(scene.promises)
    for _ in range(scene.random.choice([0, 0, 1, 2, 4])):
        promise = promise if scene.chance(0.7) else scene.random.choice(scene.promises)
        subject = scene.subject_of(promise)
        span = scene.span_of(promise)
        half = span.first + (span.last - span.first) // 2
        parts = [(span.first, half), (half, span.last)]
        choices = [[scene.days()], [scene.days()], [(span.first, span.last)], parts, parts, parts[:1]]
        for first, last in scene.random.choice(choices):
            rows.append(exception(scene, promise["id"], subject, first, last))
    scene.random.shuffle(rows)
    return rows


def exception(scene: Scene, commitment: str, subject: str, first: date, last: date) -> dict[str, str]:
    return {
        "commitment": commitment,
        "subject": subject,
        "first": f"{first}",
        "last": f"{last}",
        "kind": scene.random.choice(["waived", "excused"]),
        "accepted_by": "|".join(PARTIES if scene.chance(0.6) else scene.random.sample(PARTIES, 1)),
    }


def disputes(scene: Scene) -> Rows:
    rows = []
    for _ in range(scene.random.choice([0, 0, 1, 2])):
        promise = scene.random.choice(scene.promises)
        opened = scene.on - timedelta(days=scene.random.choice([0, 1, 30, -1]))
        settled = opened + timedelta(days=scene.random.choice([0, 1, 2, 30]))
        rows.append(
            {
                "commitment": promise["id"],
                "subject": scene.subject_of(promise),
                "period_first": scene.cell(scene.span_of(promise).first),
                "party": scene.random.choice(PARTIES),
                "opened_on": f"{opened}",
                "settled_on": scene.cell(settled),
                "reason": "uenig",
            }
        )
    return rows


def closed_days(scene: Scene) -> Rows:
    rows = []
    for _ in range(scene.random.choice([0, 1, 3])):
        first, last = scene.days()
        last = min(last, first + timedelta(days=40))
        place = scene.random.choice(["", *(row["id"] for row in scene.places)])
        rows.append({"place": place, "first": f"{first}", "last": f"{last}", "reason": ""})
    return rows


FILES = {
    "activities": activities,
    "meetings": meetings,
    "documents": documents,
    "events": events,
    "requests": requests,
    "judgements": judgements,
    "baselines": baselines,
    "measurements": measurements,
    "exceptions": exceptions,
    "disputes": disputes,
    "closed_days": closed_days,
}
