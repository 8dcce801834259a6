"""Reading clauses and what they commit whom to."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from politikontakt.core.agreement import fields
from politikontakt.core.agreement.model import Clause, Commitment
from politikontakt.core.agreement.shapes import parties
from politikontakt.core.agreement.tables import Table
from politikontakt.core.agreement.terms import Kinds, Terms, TermSpec, specs
from politikontakt.core.agreement.unique import note_repeats


@dataclass(frozen=True, slots=True)
class CommitmentRead:
    """A commitment as far as it could be read.

    `kind` is None where its rule is not known, `terms` where one of them is wrong.
    """

    table: Table
    values: Mapping[str, Any]
    kind: type[Terms] | None
    terms: Terms | None

    @property
    def id(self) -> object:
        """What the file calls it."""
        return self.table.content.get("id")

    def commitment(self) -> Commitment:
        """The commitment, once nothing is wrong with it."""
        assert self.terms is not None
        return Commitment(**self.values, terms=self.terms)


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause as far as it could be read."""

    values: Mapping[str, Any]
    commitments: Sequence[CommitmentRead]

    def clause(self) -> Clause:
        """The clause, once nothing is wrong with it."""
        return Clause(**self.values, commitments=tuple(each.commitment() for each in self.commitments))


def read_clauses(agreement: Table, kinds: Kinds) -> Sequence[ClauseRead]:
    """Every clause of the file. What is wrong is noted."""
    tables = agreement.tables("clause")
    clauses = [_read_clause(table, kinds) for table in tables]
    note_repeats(tables, "ref")
    note_repeats([each.table for clause in clauses for each in clause.commitments])
    return clauses


def _read_clause(table: Table, kinds: Kinds) -> ClauseRead:
    values = {
        "ref": table.take("ref", fields.text()),
        "section": table.take("section", fields.text(), default=""),
        "title": table.take("title", fields.texts()),
        "text": table.take("text", fields.texts()),
    }
    commitments = [_read_commitment(each, kinds) for each in table.tables("commitment", required=False)]
    table.finish()
    return ClauseRead(values, commitments)


def _read_commitment(table: Table, kinds: Kinds) -> CommitmentRead:
    values = {
        "id": table.take("id", fields.commitment_identifier()),
        "title": table.take("title", fields.texts()),
        "owed_by": table.take("owed_by", parties()),
        "owed_to": table.take("owed_to", parties()),
        "reading": table.take("reading", fields.texts(), default=None),
        "rule": table.take("rule", fields.text()),
    }
    rule = values["rule"]
    kind = kinds.get(rule) if rule else None
    if kind is None:
        if rule:
            table.reading.wrong((*table.path, "rule"), "unknown_rule", found=rule, choices=tuple(kinds))
        _note_leftovers(table, "", kinds)
        return CommitmentRead(table, values, None, None)
    terms = _read_terms(table, kind)
    _note_leftovers(table, rule, kinds)
    return CommitmentRead(table, values, kind, terms)


def _read_terms(table: Table, kind: type[Terms]) -> Terms | None:
    before = len(table.reading.faults)
    values = {name: _read_term(table, spec) for name, spec in specs(kind).items() if _is_said(table, spec)}
    if len(table.reading.faults) > before:
        return None
    terms = kind(**values)
    for wrong in terms.contradictions():
        table.reading.note(table.path, wrong)
    return terms


def _is_said(table: Table, spec: TermSpec) -> bool:
    return spec.required or table.has(spec.name)


def _read_term(table: Table, spec: TermSpec) -> Any:
    return table.take(spec.name, spec.shape)


def _note_leftovers(table: Table, rule: str, kinds: Kinds) -> None:
    """Keys that are no term of this rule. Where the rule is not known, any kind's terms may stand."""
    asked = set(table.asked)
    for key in table.content:
        if key in asked:
            continue
        path = (*table.path, key)
        owners = tuple(name for name, kind in kinds.items() if key in term_names(kind))
        if rule and owners:
            choices = tuple(term_names(kinds[rule]))
            table.reading.wrong(path, "term_of_another_rule", found=key, rule=rule, kinds=owners, choices=choices)
        elif not owners:
            choices = tuple(table.asked) + (tuple(term_names(kinds[rule])) if rule else ())
            table.reading.wrong(path, "unknown_key", found=key, choices=tuple(dict.fromkeys(choices)))


def term_names(kind: type[Terms]) -> Sequence[str]:
    """The terms of a rule kind."""
    return [each.name for each in dataclasses.fields(kind)]
