"""planning.toml as values, or every fault that keeps it from being used with its agreement and records."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.shapes import Names, whole_number
from politikontakt.core.agreement.tables import Reading, Table
from politikontakt.core.agreement.toml import parse
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.planner import contradictions, references
from politikontakt.core.planner.contradictions import Lines
from politikontakt.core.planner.ground import Ground
from politikontakt.core.planner.model import Block, Limits, Weights
from politikontakt.core.planner.read_series import read_series
from politikontakt.core.planner.settings import Planning, Series
from politikontakt.core.planner.shapes import MOST, hours, weight
from politikontakt.core.records.columns import BLOCKS
from politikontakt.core.records.model import Records

FILE = "planning.toml"
_LIMITS = ("weekly_minutes", "evenings_per_week", "saturdays_per_three_weeks")
_WEIGHTS = tuple(each.name for each in dataclasses.fields(Weights))


def read_planning(
    source: bytes, agreement: Agreement, records: Records, *, days: DayRange, lines: Lines | None = None
) -> Planning:
    """Read planning.toml against the agreement and the records it plans for, to plan `days`.

    Raises `FaultyInput` with all faults: those of the file itself, its references that lead nowhere,
    and meetings and confirmed rows from the first day on that lie on an absence. What is wrong in one
    place hides nothing elsewhere. `lines` tells where the rows of the records stand.
    """
    reading, parts = _parsed(source, agreement, records)
    series = references.check(reading, parts.series, agreement, records)
    references.check_numbers(reading, series, Ground(agreement, records, parts.about(series.values())), days)
    faults = _in_order(reading)
    faults += references.unknown_zones(records, parts.travel, lines or {})
    faults += contradictions.on_absences(records, parts.blocks or {}, days.first, lines or {})
    if faults:
        raise FaultyInput(faults)
    return parts.about(parts.series.values())


def own_faults(source: bytes, agreement: Agreement | None, records: Records | None) -> list[Fault]:
    """What is wrong with the file itself and what it names, where the agreement or the records can't be read."""
    try:
        reading, parts = _parsed(source, agreement, records)
    except FaultyInput as faulty:
        return list(faulty.faults)
    references.check(reading, parts.series, agreement, records)
    untold = {"unknown_role"} if agreement is None else set()
    untold |= {"unknown_person"} if records is None else set()
    return [fault for fault in _in_order(reading) if fault.code not in untold]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What could be read of the file: None, and no such series, where a fault is noted."""

    blocks: Mapping[str, Block] | None
    limits: Limits | None
    limits_of: Mapping[str, Limits]
    travel: Mapping[str, Any] | None
    weights: Weights | None
    series: Mapping[int, Series]
    """By their position in the file."""

    def about(self, series: Iterable[Series]) -> Planning:
        """The file with these series alone, and with nothing where it could not be read."""
        return Planning(
            blocks=self.blocks or {},
            limits=self.limits or Limits(**dict.fromkeys(_LIMITS, 0)),
            limits_of=self.limits_of,
            travel=self.travel or {},
            weights=self.weights or Weights(**dict.fromkeys(_WEIGHTS, Fraction(0))),
            series=tuple(series),
        )


def _parsed(source: bytes, agreement: Agreement | None, records: Records | None) -> tuple[Reading, _Parts]:
    document, faults = parse(source, file=FILE)
    roles = frozenset(each.id for each in agreement.roles) if agreement else frozenset()
    reading = Reading(document, Names(roles, frozenset()), faults)
    return reading, _read(Table(reading, (), document.content), records or Records())


def _in_order(reading: Reading) -> list[Fault]:
    return sorted(reading.faults, key=lambda fault: (fault.line or 0, fault.key))


def missing() -> Fault:
    """What to say when the folder has no planning.toml."""
    return Fault("missing_file", FILE)


def _read(table: Table, records: Records) -> _Parts:
    blocks = _read_blocks(_inner(table, "blocks"))
    limits, limits_of = _read_limits(_inner(table, "limits"), records)
    travel = _read_travel(table)
    weights = _read_weights(_inner(table, "weights"))
    series = [read_series(each) for each in table.tables("series", required=False)]
    table.finish()
    readable = {position: each for position, each in enumerate(series) if each is not None}
    return _Parts(blocks, limits, limits_of, travel, weights, readable)


def _inner(table: Table, key: str, *, required: bool = True) -> Table | None:
    """The table under `[key]`, or None, with a fault noted where it must be there or is none."""
    table.asked.append(key)
    path = (*table.path, key)
    if key not in table.content:
        if required:
            table.reading.wrong(path, "missing_key")
        return None
    found = table.content[key]
    if not isinstance(found, dict):
        table.reading.wrong(path, "not_table", found=found)
        return None
    return Table(table.reading, path, found)


def _read_blocks(table: Table | None) -> Mapping[str, Block] | None:
    if table is None:
        return None
    found = {name: table.take(name, hours()) for name in BLOCKS}
    table.finish()
    if None in found.values():
        return None
    blocks = {name: Block(name=name, first=first, last=last) for name, (first, last) in found.items()}
    in_order = sorted(blocks.values(), key=lambda block: block.first)
    for earlier, later in pairwise(in_order):
        if later.first < earlier.last:
            table.reading.wrong((*table.path, later.name), "blocks_overlap", block=later.name, other=earlier.name)
    return blocks


def _read_limits(table: Table | None, records: Records) -> tuple[Limits | None, Mapping[str, Limits]]:
    """The limits for everybody, and for those who have their own in `[limits.PERSON]`."""
    if table is None:
        return None, {}
    found = {name: table.take(name, whole_number(most=MOST)) for name in _LIMITS}
    limits = None if None in found.values() else Limits(**found)
    persons = [key for key, value in table.content.items() if key not in _LIMITS and isinstance(value, dict)]
    own = {person: _inner(table, person) for person in persons}
    table.finish()
    known = tuple(sorted(each.id for each in records.people))
    for person in persons:
        if person not in known:
            table.reading.wrong((*table.path, person), "unknown_person", found=person, choices=known)
    if limits is None:
        return None, {}
    return limits, {person: _own_limits(each, limits) for person, each in own.items() if each is not None}


def _own_limits(table: Table, limits: Limits) -> Limits:
    shape = whole_number(most=MOST)
    found = {name: table.take(name, shape, default=getattr(limits, name)) for name in _LIMITS}
    table.finish()
    return dataclasses.replace(limits, **{name: value for name, value in found.items() if value is not None})


def _read_travel(table: Table) -> Mapping[str, Any] | None:
    """Minutes by zone; none where the table isn't there, None where it is no table."""
    zones = _inner(table, "travel", required=False)
    if zones is None:
        return None if "travel" in table.content else {}
    return {zone: zones.take(zone, whole_number(most=MOST)) for zone in zones.content}


def _read_weights(table: Table | None) -> Weights | None:
    if table is None:
        return None
    found = {name: table.take(name, weight()) for name in _WEIGHTS}
    table.finish()
    return None if None in found.values() else Weights(**found)
