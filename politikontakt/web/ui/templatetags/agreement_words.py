"""Filters that show an agreement's own words and parties."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from django import template

from politikontakt.core.agreement.lint import Finding
from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.sides import sides
from politikontakt.web.ui.wording.codes import joined_and
from politikontakt.web.ui.wording.dates import span
from politikontakt.web.ui.wording.lint import LintWords, lint_words
from politikontakt.web.ui.wording.texts import in_language

register = template.Library()


@register.filter
def text(value: Mapping[str, str]) -> str:
    """A text of the agreement in the reader's language, else in the first it has."""
    return in_language(value)


@register.filter
def parties(agreement: Agreement) -> str:
    """Everybody who signed: «Malvik kommune, Trøndelag politidistrikt og Politiet i Værnesregionen»."""
    return joined_and([party.name for party in agreement.parties])


@register.filter
def days_in_force(agreement: Agreement) -> str:
    """1. oktober 2016 til 30. september 2019."""
    return span(agreement.in_force)


@register.filter
def sections(agreement: Agreement) -> list[dict[str, Any]]:
    """The clauses by section, in the order of the agreement."""
    groups = groupby(agreement.clauses, key=lambda each: each.section)
    return [{"name": name, "clauses": list(clauses)} for name, clauses in groups]


@register.filter
def party_name(party: str, names: Mapping[str, str]) -> str:
    """A party by name."""
    return names.get(party, party)


@register.filter
def party_names(parties: Iterable[str], names: Mapping[str, str]) -> str:
    """Several parties by name: Malvik kommune og Trøndelag politidistrikt."""
    return joined_and(names.get(party, party) for party in parties)


@register.filter
def side_of(parties: Iterable[str], agreement: Agreement) -> str:
    """Which side of the mark is filled: police, municipality or both."""
    owing = {sides(agreement)[party] for party in parties}
    return "both" if {"police", "municipality"} <= owing else next(iter(owing))


@register.filter
def finding_words(finding: Finding, agreement: Agreement) -> LintWords:
    """What an agreement leaves open, and why it matters."""
    return lint_words(finding, agreement)


@register.filter
def holds_for(row: Any, commitment: Commitment) -> bool:
    """Whether all it is owed to have accepted an exception."""
    return set(commitment.owed_to) <= set(row.accepted_by)
