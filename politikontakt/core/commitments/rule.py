"""What a rule kind is made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from politikontakt.core.agreement.terms import Terms
from politikontakt.core.commitments.case import Case
from politikontakt.core.commitments.cases import Cases, TermsOn
from politikontakt.core.commitments.numbers import Tally
from politikontakt.core.commitments.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule kind: its name in the file, its terms, how it finds its cases and how it judges one.

    `judge` gets the case's own terms, typed, and the case. Start, exceptions and disputes are not its matter.
    `terms_on` finds the terms of a day of judgement, where they do not go by the period's first day.
    `tally` is there for the kinds that count up to a number: what a chart is drawn from. `turns` names days on
    which a standing may turn by the calendar alone, also after the period: a deadline that passes.
    """

    name: str
    terms: type[Terms]
    cases: Cases
    judge: Callable[[Any, Case], Verdict]
    terms_on: TermsOn | None = None
    tally: Callable[[Any, Case], Tally] | None = None
    turns: Callable[[Any, Case], Iterable[date]] | None = None
