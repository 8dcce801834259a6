"""The agreement as it would be with other terms: what if we promise ten instead of eight."""

import dataclasses
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from politikontakt.core.agreement.model import Agreement, Clause, Commitment
from politikontakt.core.agreement.shapes import Names
from politikontakt.core.agreement.terms import TermSpec, specs
from politikontakt.core.faults import Fault, FaultyInput


@dataclass(frozen=True, slots=True)
class Change:
    """Another value for a term of a commitment, as it would be written in the file: `P12b.at_least=10`."""

    commitment: str
    term: str
    written: str


def changed(agreement: Agreement, changes: Sequence[Change], *, source: str) -> Agreement:
    """The agreement with every change, also over its amendments.

    Raises `FaultyInput` with all faults, in the name of `source`: unknown commitments and terms,
    values that the term can't have.
    """
    faults: list[Fault] = []
    values: dict[str, dict[str, Any]] = {}
    for change in changes:
        try:
            values.setdefault(change.commitment, {})[change.term] = _value(agreement, change, source)
        except FaultyInput as faulty:
            faults += faulty.faults
    if faults:
        raise FaultyInput(faults)
    return dataclasses.replace(
        agreement,
        clauses=tuple(_clause(each, values) for each in agreement.clauses),
        amendments=tuple(
            dataclasses.replace(each, set=_over(each.set, values.get(each.commitment, {})))
            for each in agreement.amendments
        ),
    )


def _over(terms: Mapping[str, object], values: Mapping[str, object]) -> Mapping[str, object]:
    return {name: values.get(name, value) for name, value in terms.items()}


def _clause(clause: Clause, values: Mapping[str, Mapping[str, Any]]) -> Clause:
    return dataclasses.replace(clause, commitments=tuple(_commitment(each, values) for each in clause.commitments))


def _commitment(commitment: Commitment, values: Mapping[str, Mapping[str, Any]]) -> Commitment:
    if commitment.id not in values:
        return commitment
    terms: Any = commitment.terms
    return dataclasses.replace(commitment, terms=dataclasses.replace(terms, **values[commitment.id]))


def _value(agreement: Agreement, change: Change, source: str) -> object:
    key = f"{change.commitment}.{change.term}"
    spec = _spec(agreement, change, source)
    names = Names(frozenset(each.id for each in agreement.roles), frozenset(each.id for each in agreement.parties))
    value = spec.shape.read(_parsed(change.written), names)
    if isinstance(value, list):
        raise FaultyInput([Fault(each.code, source, key=key + each.inside, values=each.values) for each in value])
    return value


def _spec(agreement: Agreement, change: Change, source: str) -> TermSpec:
    commitments = {each.id: each for each in agreement.commitments}
    if change.commitment not in commitments:
        values = {"found": change.commitment, "choices": tuple(commitments)}
        raise FaultyInput([Fault("unknown_commitment", source, values=values)])
    known = specs(type(commitments[change.commitment].terms))
    if change.term not in known:
        values = {"found": change.term, "choices": tuple(known)}
        raise FaultyInput([Fault("unknown_key", source, key=change.commitment, values=values)])
    return known[change.term]


def _parsed(written: str) -> Any:
    """The value as TOML; what is none is taken as text, so that nobody has to quote for two readers."""
    try:
        found = tomllib.loads(f"value = {written}", parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return written
    return found["value"] if set(found) == {"value"} else written
