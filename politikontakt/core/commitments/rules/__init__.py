"""The rule kinds, one file each: the terms a file may set, and how the promise is judged."""

from collections.abc import Mapping

from politikontakt.core.agreement.terms import Kinds
from politikontakt.core.commitments.rule import Rule
from politikontakt.core.commitments.rules import (
    answer,
    baseline,
    cohort,
    count,
    coverage,
    deadline,
    judgement,
    meeting,
    share,
    staffing,
)

RULES: Mapping[str, Rule] = {
    each.RULE.name: each.RULE
    for each in (count, meeting, deadline, staffing, share, baseline, cohort, coverage, answer, judgement)
}
"""Every rule kind, by the name a file uses."""

KINDS: Kinds = {name: rule.terms for name, rule in RULES.items()}
"""The terms of each kind: what a reader of agreements needs to know."""
