"""Small planning cases from a seed, crowded around edges: year ends, week 53, leap days, summer time, openings."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from tests.oracle.planner.availability import evidence
from tests.oracle.planner.choosing import PLACES, maybe, some
from tests.oracle.writing import Rows, as_csv, as_toml, as_value, table_lines

EDGES = [
    *("2016-08-22", "2016-10-24", "2017-03-20", "2017-04-03", "2018-02-19", "2020-02-24", "2020-12-14", "2020-12-28"),
    *("2021-05-10", "2024-02-26", "2024-12-23", "2026-12-21", "2023-03-20", "2022-06-20", "2019-09-23", "2015-12-21"),
]
PERS = ["month", "month", "week", "week", "term", "school_year", "calendar_year", "half_year", "agreement_quarter"]


@dataclass
class PlanCase:
    """An agreement, records, planning.toml and what is asked: words of the command after AGREEMENT and RECORDS."""

    agreement: dict[str, Any]
    records: dict[str, Rows]
    planning: dict[str, Any]
    first: date
    last: date
    lost: list[str] = field(default_factory=list)
    terms: dict[str, Any] = field(default_factory=dict)
    says_last: bool = True
    separator: str = ","

    def write(self, folder: Path) -> tuple[Path, Path]:
        """The files on disk: the agreement and the folder of records."""
        records = folder / "records"
        records.mkdir(parents=True, exist_ok=True)
        for old in records.iterdir():
            old.unlink()
        agreement = folder / "agreement.toml"
        agreement.write_text(as_toml(self.agreement), "utf-8")
        for name, rows in self.records.items():
            if rows:
                (records / f"{name}.csv").write_bytes(as_csv(rows, self.separator))
        (records / "planning.toml").write_text(planning_toml(self.planning), "utf-8")
        return agreement, records

    def words(self, command: str) -> list[str]:
        """What is asked, after AGREEMENT and RECORDS."""
        last = ["--to", f"{self.last}"] if command != "replan" or self.says_last else []
        tried = [word for name, value in self.terms.items() for word in ("--set", f"P0.{name}={as_value(value)}")]
        more = {"plan": [], "replan": ["--lost", *self.lost], "capacity": tried}
        return ["--from", f"{self.first}", *last, *more[command]]


def planning_toml(planning: dict[str, Any]) -> str:
    lines: list[str] = []
    for name in ("blocks", "limits", "travel", "weights"):
        inner = {key: value for key, value in planning[name].items() if not isinstance(value, dict)}
        lines += ["", f"[{name}]", *table_lines(inner)]
        for key, value in planning[name].items():
            if isinstance(value, dict):
                lines += ["", f"[{name}.{key}]", *table_lines(value)]
    for series in planning["series"]:
        lines += ["", "[[series]]", *table_lines(series)]
    return "\n".join(lines) + "\n"


def invent(seed: int, *, large: bool = False) -> PlanCase:
    """The case of this seed, always the same: about two to six items, or with `large` some fifty to two hundred."""
    random = Random(seed)
    first = date.fromisoformat(random.choice(EDGES)) + timedelta(days=random.choice([0, 0, 0, 1, 3, 7, 14]))
    last = first + timedelta(days=random.choice([120, 200, 330] if large else [4, 9, 13, 20, 27]))
    agreement = invent_agreement(random, first, last)
    planning = invent_planning(random, agreement)
    case = PlanCase(agreement, {}, planning, first, last, separator=random.choice(",,;"))
    case.records = evidence(random, case)
    tried = {"at_least": random.randint(1, 5), "part_year": "full", "by_role": random.choice(["contact", "chief"])}
    case.terms = maybe(random, tried, 0.25)
    return case


def invent_agreement(random: Random, first: date, last: date) -> dict[str, Any]:
    starts = first - timedelta(days=random.choice([0, 3, 7, 20, 60]))
    ends = last + timedelta(days=random.choice([0, 0, 5, 20, 100]))
    if random.random() < 0.1:
        starts = first + timedelta(days=2)
    if random.random() < 0.1:
        ends = last - timedelta(days=2)
    promises = [promise(random, f"P{number}") for number in range(random.choice([1, 1, 2]))]
    agreement: dict[str, Any] = {
        "format": 1,
        "id": "liten",
        "title": {"nb": "Liten"},
        "municipality": "1663",
        "signed_on": starts,
        "effective_from": starts,
        "expires_on": max(ends, starts),
        "school_year_starts": random.choice(["08-01", "01-01", "08-15"]),
        "party": [{"id": one, "name": one, "kind": "other"} for one in ("kommune", "distrikt")],
        "role": [{"id": one, "title": {"nb": one}, "party": "distrikt"} for one in ("contact", "chief")],
        "clause": [
            {"ref": one["id"], "title": {"nb": "x"}, "text": {"nb": "x"}, "commitment": [one]} for one in promises
        ],
        "amendment": [],
    }
    if random.random() < 0.2:
        agreement["amendment"] = [amendment(random, random.choice(promises), first)]
    return agreement


def promise(random: Random, key: str) -> dict[str, Any]:
    per = random.choice(PERS)
    optional = {
        "by_role": random.choice(["contact", "contact", "contact", "chief"]),
        "distinct": random.choice(["days", "items"]),
        "purpose": random.choice(["preventive", "coordination"]),
        "audience": random.choice(["pupils", ["parents", "pupils"]]),
        "min_minutes": random.choice([30, 60]),
        "part_year": random.choice(["round_down", "round_up", "full", "full", "exempt"]),
    }
    terms = maybe(random, optional, 0.45)
    if random.random() < 0.85:
        terms.setdefault("by_role", "contact")
    if random.random() < 0.6:
        terms["for_each"] = random.choice([{"place": "school"}, {"place": "school", "teaches_stage": 8}])
    number = random.choice([1, 1, 2]) if per in ("week", "month") else random.choice([1, 2, 3, 5, 12])
    names = {"id": key, "title": {"nb": key}, "owed_by": ["distrikt"], "owed_to": ["kommune"], "rule": "count"}
    activity = random.choice(["visit", ["visit", "talk"], ["talk", "visit"]])
    return {**names, "activity": activity, "at_least": number, "per": per, **terms}


def amendment(random: Random, changed: dict[str, Any], first: date) -> dict[str, Any]:
    terms: dict[str, Any] = {"at_least": random.choice([1, 2, 3])}
    terms |= maybe(random, {"by_role": "chief", "purpose": "other", "activity": ["talk"], "part_year": "full"}, 0.3)
    valid = first + timedelta(days=random.choice([-40, -7, 0, 4, 7, 11]))
    known = {"agreed_on": first - timedelta(days=50), "valid_from": valid, "commitment": changed["id"]}
    return {**known, "set": terms, "decision": "Sak 1"}


def invent_planning(random: Random, agreement: dict[str, Any]) -> dict[str, Any]:
    limits: dict[str, Any] = {
        "weekly_minutes": random.choice([1350, 1350, 300, 200]),
        "evenings_per_week": random.choice([0, 1, 2]),
        "saturdays_per_three_weeks": random.choice([0, 1, 1, 2]),
    }
    if random.random() < 0.3:
        own = maybe(random, {"weekly_minutes": 150, "evenings_per_week": 1, "saturdays_per_three_weeks": 2}, 0.5)
        limits["anne"] = own or {"evenings_per_week": 1}
    weights = {
        "spread": Decimal(random.choice(["1.0", "0.3333", "2"])),
        "travel": Decimal(random.choice(["0.1", "1", "0"])),
        "continuity": random.choice([25, 0, 3]),
        "evening_balance": Decimal(random.choice(["4", "0.5"])),
        "minute_balance": Decimal(random.choice(["0.0167", "0.1"])),
    }
    blocks = random.choice(
        [
            {"morning": ["08:00", "11:30"], "afternoon": ["12:00", "15:30"], "evening": ["17:00", "20:30"]},
            {"morning": ["08:00", "10:00"], "afternoon": ["10:00", "12:00"], "evening": ["17:00", "19:15"]},
            {"morning": ["08:00", "11:30"], "afternoon": ["12:00", "15:30"], "evening": ["17:00", "20:30"]},
        ]
    )
    promises = [one["commitment"][0] for one in agreement["clause"]]
    every = [promised(random, f"s{number}", one) for number, one in enumerate(promises) if random.random() < 0.9]
    if promises and random.random() < 0.12:
        every.append(promised(random, "twice", random.choice(promises)))
    if random.random() < 0.5 or not every:
        every.append(wish(random))
    random.shuffle(every)
    return {"blocks": blocks, "limits": limits, "travel": {"west": 20, "east": 35}, "weights": weights, "series": every}


def promised(random: Random, key: str, promise: dict[str, Any]) -> dict[str, Any]:
    series: dict[str, Any] = {"id": key, "commitment": promise["id"], "minutes": random.choice([60, 90, 100])}
    if "for_each" not in promise:
        series["places"] = some(random, [place["id"] for place in PLACES], 1, 2)
    return {**series, **maybe(random, {"reserve": random.choice([1, 2])}, 0.35), **shape(random)}


def wish(random: Random) -> dict[str, Any]:
    series: dict[str, Any] = {
        "id": "wish",
        "activity": random.choice(["presence", "visit", ["presence", "visit"]]),
        "places": some(random, [place["id"] for place in PLACES], 1, 1),
        "at_least": random.choice([1, 1, 2]),
        "per": random.choice(["week", "month"]),
        "minutes": random.choice([45, 90]),
    }
    some_have = {"by_role": random.choice(["contact", "chief"]), "reserve": random.choice([0, 1])}
    return {**series, **maybe(random, some_have, 0.5), **shape(random)}


def shape(random: Random) -> dict[str, Any]:
    optional = {
        "people": random.choice([2, "all", 1]),
        "blocks": random.choice([["morning"], ["morning", "afternoon"], ["evening"], ["evening", "morning"]]),
        "weekdays": random.choice([["mon", "tue", "wed", "thu", "fri", "sat"], ["fri", "sat"], ["tue"], ["sat"]]),
        "between": random.choice([["08-15", "06-10"], ["12-20", "01-10"], ["02-29", "10-31"], ["03-26", "12-31"]]),
        "weight": random.choice([2, Decimal("0.5"), 3]),
    }
    return maybe(random, optional, 0.3)
