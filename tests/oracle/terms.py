"""Invented terms for each kind of rule: defaults left out as often as not, single words where lists are meant."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from tests.oracle.inventory import INDICATORS, PARTIES, PERS, PLACES, PURPOSES, ROLES, THEMES

Value = TypeVar("Value")


def some(random: Random, values: Sequence[Value], least: int = 0, most: int | None = None) -> list[Value]:
    """A few of the values, in their order."""
    number = random.randint(least, min(len(values), most or len(values)))
    chosen = set(random.sample(range(len(values)), number))
    return [value for index, value in enumerate(values) if index in chosen]


def maybe(random: Random, terms: dict[str, Any], chance: float = 0.5) -> dict[str, Any]:
    """Each of these terms with this chance; what is left out takes its default."""
    return {key: value for key, value in terms.items() if random.random() < chance}


def period_kind(random: Random, agreement: dict[str, Any]) -> str:
    """Any, but no weeks where there would be hundreds of them."""
    long = (agreement["expires_on"] - agreement["effective_from"]).days > 250
    return random.choice([per for per in PERS if not (long and per == "week")])


def number(random: Random, per: str) -> int:
    """Mostly a few; now and then more than there are days, or a number that divides badly."""
    if random.random() < 0.1:
        return random.choice([7, 13, 40, 52, 365])
    return random.choice([1, 1, 2, 3]) if per in ("week", "month") else random.choice([1, 1, 2, 3, 4, 5, 8])


def for_each(random: Random) -> dict[str, Any]:
    kinds = random.choice(["school", "school", "sports", "online"])
    matches = maybe(random, {"place": kinds, "teaches_stage": random.choice([8, 8, 2, 10]), "owner": "kommunen"}, 0.4)
    return matches or {"place": "school"}


def strings(random: Random, values: Sequence[str]) -> str | list[str]:
    """A list, or one string where a list is meant."""
    chosen = some(random, values, 1, 2)
    return chosen[0] if len(chosen) == 1 and random.random() < 0.7 else chosen


def count(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    per = period_kind(random, agreement)
    optional = {
        "for_each": for_each(random),
        "by_role": random.choice(ROLES),
        "distinct": random.choice(["days", "items", "items"]),
        "min_minutes": random.choice([0, 30, 45]),
        "audience": strings(random, ["pupils", "parents", "staff"]),
        "part_year": random.choice(["round_down", "round_up", "full", "exempt"]),
    }
    rare = maybe(random, {"purpose": random.choice(PURPOSES)}, 0.2)
    activity = strings(random, ["visit", "talk"])
    return {"activity": activity, "at_least": number(random, per), "per": per, **maybe(random, optional, 0.3), **rare}


def meeting(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    per = period_kind(random, agreement)
    optional = {
        "at_least": number(random, per),
        "agenda": strings(random, ["evaluation", "drugs"]),
        "part_year": random.choice(["round_down", "round_up", "full", "exempt"]),
    }
    present = {role: random.choice([1, 1, 2]) for role in some(random, ROLES, 1, 2)}
    return {"meeting": "council", "per": per, "present": present, **maybe(random, optional)}


def deadline(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    by = agreement["effective_from"] + timedelta(days=random.choice([-5, 0, 4, 31, 60, 200]))
    if random.random() < 0.4:
        return {"event": "moved", "by": by}
    return {
        "document": random.choice(["plan", "report"]),
        "by": by,
        **maybe(random, {"attached": random.random() < 0.7}),
    }


def staffing(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    optional = {"until": random.choice(["moved", "reform"]), "fixed": random.random() < 0.8}
    return {"role": random.choice(ROLES), "at_least": random.choice([1, 1, 2, 2]), **maybe(random, optional, 0.6)}


def share(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    optional = {
        "weekly_minutes": random.choice([1, 1, 7, 30, 70]),
        "min_coverage": Decimal(random.choice(["0", "0.0", "0.0", "0.1", "0.25", "1.0"])),
    }
    per = period_kind(random, agreement)
    at_least = Decimal(random.choice(["0.1", "0.3", "0.5", "0.6", "0.7", "1.0"]))
    purpose, role = random.choice(PURPOSES[:2]), random.choice(ROLES)
    return {"purpose": purpose, "by_role": role, "at_least": at_least, "per": per, **maybe(random, optional, 0.9)}


def baseline(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    ratio = Decimal(random.choice(["0.1", "0.9", "1.0", "1.5"]))
    per = period_kind(random, agreement)
    return {"indicator": random.choice(INDICATORS), "per": per, **maybe(random, {"at_least_ratio": ratio})}


def cohort(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    optional = {
        "stages": random.choice([[8, 10], [1, 7], [9, 10], [10, 10]]),
        "at_least": random.choice([1, 1, 2]),
        "by_role": random.choice(ROLES),
    }
    schools = {
        "place": "school",
        **maybe(random, {"teaches_stage": random.choice([8, 10, 5]), "owner": "kommunen"}, 0.4),
    }
    return {
        "activity": strings(random, ["visit", "talk"]),
        "for_each": schools or {"place": "school"},
        **maybe(random, optional, 0.4),
    }


def coverage(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    per = period_kind(random, agreement)
    each_of = random.choice(["place_kind", "partner", "theme", "place"])
    optional = {"at_least": number(random, per), "by_role": random.choice(ROLES)}
    if each_of != "place":
        optional["for_each"] = for_each(random)
    members = some(random, member_names(each_of), 1, 2)
    shape = {"each_of": each_of, "members": members[0] if len(members) == 1 and random.random() < 0.5 else members}
    return {"activity": strings(random, ["visit", "talk"]), **shape, "per": per, **maybe(random, optional)}


def member_names(each_of: str) -> list[str]:
    if each_of == "place":
        return [place["id"] for place in PLACES]
    return {"place_kind": ["school", "sports", "youth_club"], "partner": ["fau", "Ørn & co"], "theme": THEMES}[each_of]


def answer(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    share_at_least = Decimal(random.choice(["0.5", "0.7", "1.0", "0.1"]))
    terms = {
        "request": "advice",
        "within_working_days": random.choice([0, 1, 2, 5]),
        "per": period_kind(random, agreement),
    }
    return {**terms, **maybe(random, {"share_at_least": share_at_least})}


def judgement(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    return {"per": period_kind(random, agreement), **maybe(random, {"by": strings(random, PARTIES)})}


TERMS = {
    "count": count,
    "meeting": meeting,
    "deadline": deadline,
    "staffing": staffing,
    "share": share,
    "baseline": baseline,
    "cohort": cohort,
    "coverage": coverage,
    "answer": answer,
    "judgement": judgement,
}
