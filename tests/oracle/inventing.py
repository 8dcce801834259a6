"""Small agreements and records from a seed, chosen so that edges meet: month ends, leap days, openings, gaps."""

from datetime import timedelta
from random import Random
from typing import Any

from tests.oracle.choosing import first_day, judgement_day, last_day
from tests.oracle.days import spans
from tests.oracle.evidence import records
from tests.oracle.inventory import KINDS, PARTIES, PERS, ROLES
from tests.oracle.terms import TERMS, maybe, some
from tests.oracle.writing import Case


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
