"""Small agreements and records from a seed, chosen so that edges meet: month ends, leap days, openings, gaps."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from tests.oracle.choosing import first_day, judgement_day, last_day
from tests.oracle.days import spans
from tests.oracle.evidence import records
from tests.oracle.inventory import INDICATORS, KINDS, PARTIES, PERS, PLACES, PURPOSES, ROLES, THEMES
from tests.oracle.writing import Case

Any_ = TypeVar("Any_")


def invent(seed: int) -> Case:
    """The case of this seed, always the same."""
    random = Random(seed)
    agreement = invent_agreement(random)
    on = judgement_day(random, agreement)
    return Case(
        agreement=agreement,
        records=records(random, agreement, on),
        on=on,
        all_periods=random.random() < 0.4,
        separator=random.choice(",;"),
        bom=random.random() < 0.2,
    )


def some(random: Random, values: Sequence[Any_], least: int = 0, most: int | None = None) -> list[Any_]:
    """A few of the values, in their order."""
    number = random.randint(least, min(len(values), most or len(values)))
    chosen = set(random.sample(range(len(values)), number))
    return [value for index, value in enumerate(values) if index in chosen]


def invent_agreement(random: Random) -> dict[str, Any]:
    effective = first_day(random)
    school_year = random.choice(["08-01", "08-01", "08-01", "01-01", "08-15", "12-31", "02-28", "07-31", "03-01"])
    agreement: dict[str, Any] = {
        "format": 1,
        "id": "liten",
        "title": {"nb": "Liten avtale"},
        "municipality": "1663",
        "signed_on": effective + timedelta(days=random.choice([0, 2, -3, -40, 15])),
        "effective_from": effective,
        "expires_on": last_day(random, effective, school_year),
    }
    if school_year != "08-01" or random.random() < 0.3:
        agreement["school_year_starts"] = school_year
    agreement["party"] = [{"id": party, "name": party.title(), "kind": "other"} for party in PARTIES]
    agreement["role"] = [{"id": role, "title": {"nb": role}, "party": "distrikt"} for role in ROLES]
    agreement["clause"] = clauses(random, agreement)
    agreement["amendment"] = amendments(random, agreement)
    return agreement


def clauses(random: Random, agreement: dict[str, Any]) -> list[dict[str, Any]]:
    """Two to five promises of different kinds, some of them two to a clause, and now and then a clause without."""
    rules = [random.choice(KINDS) for _ in range(random.randint(2, 5))]
    found: list[dict[str, Any]] = []
    for number, rule in enumerate(rules):
        promise = commitment(random, f"C{number}", rule, agreement)
        if found and random.random() < 0.2:
            found[-1].setdefault("commitment", []).append(promise)
        else:
            found.append(clause(f"P{number}", [promise]))
    if random.random() < 0.2:
        found.insert(random.randint(0, len(found)), clause("uten", []))
    return found


def clause(ref: str, promises: list[dict[str, Any]]) -> dict[str, Any]:
    bare = {"ref": ref, "title": {"nb": ref}, "text": {"nb": ref}}
    return {**bare, "commitment": promises} if promises else bare


def commitment(random: Random, key: str, rule: str, agreement: dict[str, Any]) -> dict[str, Any]:
    parties = some(random, PARTIES, 1, 2)
    owed_to = some(random, PARTIES, 1, 2)
    promise = {"id": key, "title": {"nb": key}, "owed_by": parties, "owed_to": owed_to, "rule": rule}
    return {**promise, **TERMS[rule](random, agreement)}


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
FIXED = ("id", "title", "owed_by", "owed_to", "reading", "rule", "for_each", "per", "stages")


def amendments(random: Random, agreement: dict[str, Any]) -> list[dict[str, Any]]:
    """Up to three changes of terms, some valid from the same day, agreed before or after one another."""
    promises = [promise for one in agreement["clause"] for promise in one.get("commitment", [])]
    first = agreement["effective_from"]
    length = (agreement["expires_on"] - first).days
    days = [first + timedelta(days=random.randint(-10, length + 10)) for _ in range(2)]
    edges = [span.first for span in spans(random.choice(PERS), agreement)][:20]
    found = []
    for place in range(random.choice([0, 0, 1, 1, 2, 3])):
        promise = random.choice(promises)
        valid = random.choice([*days, *edges])
        changed = amended_terms(random, promise, agreement)
        agreed = valid - timedelta(days=random.choice([30, 20, 10, -5]))
        known = {"agreed_on": agreed, "valid_from": valid, "commitment": promise["id"]}
        found.append({**known, "set": changed, "decision": f"Sak {place}"})
    return [one for one in found if one["set"]]


def amended_terms(random: Random, promise: dict[str, Any], agreement: dict[str, Any]) -> dict[str, Any]:
    """Some terms of the same kind, invented anew; those that belong together go together."""
    fresh = {key: value for key, value in TERMS[promise["rule"]](random, agreement).items() if key not in FIXED}
    if promise["rule"] == "deadline" and ("event" in fresh) != ("event" in promise):
        fresh = {"by": fresh["by"]}
    if promise["rule"] == "coverage":
        if (fresh["each_of"] == "place") != (promise["each_of"] == "place"):
            fresh = {key: fresh[key] for key in fresh if key not in ("each_of", "members")}
        return fresh
    return maybe(random, fresh)
