"""Reading amendments: dated changes of the terms of one commitment."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement import fields
from politikontakt.core.agreement.clauses import ClauseRead, CommitmentRead, term_names
from politikontakt.core.agreement.model import Amendment
from politikontakt.core.agreement.shapes import Names, Shape, Wrong
from politikontakt.core.agreement.tables import Table
from politikontakt.core.agreement.terms import Kinds, Terms, specs

NEVER_AMENDED = ("rule",)


@dataclass(frozen=True, slots=True)
class AmendmentRead:
    """An amendment as far as it could be read."""

    table: Table
    values: Mapping[str, Any]
    changes: Mapping[str, Any] | None

    def amendment(self) -> Amendment:
        """The amendment, once nothing is wrong with it."""
        assert self.changes is not None
        return Amendment(**self.values, set=self.changes)


def read_amendments(agreement: Table, clauses: Sequence[ClauseRead], kinds: Kinds) -> Sequence[AmendmentRead]:
    """Every amendment of the file, in its order. What is wrong is noted."""
    commitments = [each for clause in clauses for each in clause.commitments]
    tables = agreement.tables("amendment", required=False)
    amendments = [_read_amendment(table, commitments, kinds) for table in tables]
    for commitment in commitments:
        _check_together(commitment, [each for each in amendments if each.values["commitment"] == commitment.id])
    return amendments


def _read_amendment(table: Table, commitments: Sequence[CommitmentRead], kinds: Kinds) -> AmendmentRead:
    values = {
        "agreed_on": table.take("agreed_on", fields.near_day()),
        "valid_from": table.take("valid_from", fields.near_day()),
        "commitment": table.take("commitment", fields.text()),
        "decision": table.take("decision", fields.text()),
    }
    target = values["commitment"]
    amended = next((each for each in commitments if each.id == target), None)
    if target is not None and amended is None:
        choices = tuple(each.id for each in commitments if isinstance(each.id, str))
        table.reading.wrong((*table.path, "commitment"), "unknown_commitment", found=target, choices=choices)
    changes = _read_changes(table, amended.kind if amended else None, kinds)
    table.finish()
    return AmendmentRead(table, values, changes)


def _read_changes(table: Table, kind: type[Terms] | None, kinds: Kinds) -> Mapping[str, Any] | None:
    written = table.take("set", _a_table())
    if written is None or kind is None:
        return None
    changes = Table(table.reading, (*table.path, "set"), written)
    before = len(table.reading.faults)
    values = {name: _read_change(changes, name, kind, kinds) for name in written}
    return values if len(table.reading.faults) == before else None


def _a_table() -> Shape:
    def read(value: Any, _names: Names) -> Any:
        if not isinstance(value, dict):
            return [Wrong("not_table", {"found": value})]
        return value or [Wrong("empty_table", {})]

    return Shape("table", read)


def _read_change(changes: Table, name: str, kind: type[Terms], kinds: Kinds) -> Any:
    terms = specs(kind)
    if name in terms and terms[name].amendable:
        return changes.take(name, terms[name].shape)
    path = (*changes.path, name)
    rule = next(each for each, other in kinds.items() if other is kind)
    choices = tuple(each for each, spec in terms.items() if spec.amendable)
    if name in terms or name in NEVER_AMENDED:
        changes.reading.wrong(path, "not_amendable", found=name, choices=choices)
    elif any(name in term_names(other) for other in kinds.values()):
        owners = tuple(each for each, other in kinds.items() if name in term_names(other))
        changes.reading.wrong(path, "term_of_another_rule", found=name, rule=rule, kinds=owners, choices=choices)
    else:
        changes.reading.wrong(path, "unknown_key", found=name, choices=choices)
    return None


def _check_together(commitment: CommitmentRead, amendments: Sequence[AmendmentRead]) -> None:
    """Lay the amendments over the signed terms one by one, and note what the terms then contradict."""
    terms = commitment.terms
    if terms is None or terms.contradictions() or any(each.changes is None for each in amendments):
        return
    for each in sorted(amendments, key=_order):
        terms = dataclasses.replace(terms, **each.changes or {})
        for wrong in terms.contradictions():
            each.table.reading.note((*each.table.path, "set"), wrong)
        if terms.contradictions():
            return


def _order(amendment: AmendmentRead) -> tuple[str, str]:
    """By the day it holds from, then the day it was agreed on; a faulty day comes first."""
    return str(amendment.values["valid_from"] or ""), str(amendment.values["agreed_on"] or "")
