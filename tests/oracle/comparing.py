"""Asks both engines the same and says where they differ; makes a difference as small as it gets."""

import json
import math
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.as_json import as_json
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import FaultyInput
from politikontakt.core.records.read import read_records
from tests.oracle.inventing import invent
from tests.oracle.naive import judge
from tests.oracle.reading import agreement_of, records_of
from tests.oracle.writing import Case

Verdicts = list[dict[str, Any]]


def naive_verdicts(case: Case) -> Verdicts:
    return judge(agreement_of(case.toml), records_of(case.folder), case.on, case.all_periods)


def engine_verdicts(case: Case) -> Verdicts:
    """What the engine says, through JSON, as another program would read it."""
    agreement = read_agreement(case.toml, file="agreement.toml", kinds=KINDS)
    records = read_records(case.folder, agreement)
    found = verdicts(agreement, records, on=case.on, all_periods=case.all_periods)
    return list(json.loads(json.dumps([as_json(verdict) for verdict in found])))


def differences(case: Case) -> list[str]:
    """Where the two differ, one line each: the verdict, the key, the engine's value and the naive one's."""
    ours, theirs = engine_verdicts(case), naive_verdicts(case)
    names = [name_of(verdict) for verdict in ours], [name_of(verdict) for verdict in theirs]
    if names[0] != names[1]:
        return [f"verdicts or their order: engine {names[0]}, naive {names[1]}"]
    return [
        f"{name_of(mine)} {key}: engine {mine.get(key)!r}, naive {his.get(key)!r}"
        for mine, his in zip(ours, theirs, strict=True)
        for key in sorted(mine.keys() | his.keys())
        if not same(mine.get(key, "left out"), his.get(key, "left out"))
    ]


def name_of(verdict: dict[str, Any]) -> str:
    period = verdict.get("period") or {}
    return f"{verdict['commitment']}|{verdict['subject']}|{period.get('label', '')}"


def same(one: Any, other: Any) -> bool:
    """Equal; lists in any order, fractions as near as two ways of dividing come."""
    if isinstance(one, float) or isinstance(other, float):
        return (
            isinstance(one, int | float) and isinstance(other, int | float) and math.isclose(one, other, rel_tol=1e-12)
        )
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(json.dumps, one)) == sorted(map(json.dumps, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


def first_difference(seed: int) -> str:
    """Nothing when both engines agree on the case of this seed; else what differs, made small."""
    case = invent(seed)
    try:
        found = differences(case)
    except FaultyInput as faulty:
        return "\n".join([f"seed {seed}: the engine finds faults", *map(str, faulty.faults)])
    return f"seed {seed}: {found[0]}\n{told(smaller(case, found[0]))}" if found else ""


def told(case: Case) -> str:
    """A case as text: its files, the day, and what differs."""
    files = [f"--- {name}\n{source.decode('utf-8-sig')}" for name, source in case.folder.items()]
    asked = f"--- on {case.on}{' --all-periods' if case.all_periods else ''}"
    return "\n".join([case.toml.decode(), *files, asked, *differences(case)])


def smaller(case: Case, difference: str) -> Case:
    """The smallest case, taking away one thing at a time, in which the same key of the same promise differs."""
    aim = key_of(difference)
    found: Case | None = case
    while found:
        case, found = found, next((one for one in simpler(found) if differs_in(one, aim)), None)
    return case


def key_of(difference: str) -> tuple[str, str]:
    """The promise and the key that a line of `differences` speaks of."""
    name, _, _ = difference.partition(":")
    promise, _, rest = name.partition("|")
    return promise, rest.rpartition(" ")[2]


def differs_in(case: Case, aim: tuple[str, str]) -> bool:
    try:
        return any(key_of(line) == aim for line in differences(case))
    except Exception:  # a case that one of the two can not take shows nothing
        return False


def simpler(case: Case) -> Iterator[Case]:
    """Every case that is this one without one thing: a clause, an amendment, a row, a cell, an optional term."""
    if case.all_periods:
        yield replace(case, all_periods=False)
    if case.bom or case.separator == ";":
        yield replace(case, bom=False, separator=",")
    for agreement in simpler_agreements(case.agreement):
        yield replace(case, agreement=agreement)
    for name, rows in case.records.items():
        for index in range(len(rows)):
            fewer = rows[:index] + rows[index + 1 :]
            yield replace(case, records={**case.records, name: fewer})
        for index, row in enumerate(rows):
            for column in [column for column, cell in row.items() if cell]:
                changed = [*rows[:index], {**row, column: ""}, *rows[index + 1 :]]
                yield replace(case, records={**case.records, name: changed})


def simpler_agreements(agreement: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("clause", "amendment"):
        for index in range(len(agreement[name])):
            yield {**agreement, name: agreement[name][:index] + agreement[name][index + 1 :]}
    if "school_year_starts" in agreement:
        yield {key: value for key, value in agreement.items() if key != "school_year_starts"}
    for index, clause in enumerate(agreement["clause"]):
        for place, promise in enumerate(clause.get("commitment", [])):
            yield without(agreement, index, place)
            for key in promise:
                yield without(agreement, index, place, key)


def without(agreement: dict[str, Any], clause: int, commitment: int, key: str = "") -> dict[str, Any]:
    """The agreement without one commitment, or without one of its keys."""
    fewer = deepcopy(agreement)
    promises = fewer["clause"][clause]["commitment"]
    if key:
        del promises[commitment][key]
    else:
        del promises[commitment]
    return fewer
