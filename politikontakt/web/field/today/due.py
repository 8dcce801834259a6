"""Everything that is due at one place: the next visit, the classes whose parents wait, the themes not yet taken up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.commitments.verdict import Standing, Verdict

OPEN = frozenset({Standing.ON_TRACK, Standing.AT_RISK, Standing.BROKEN, Standing.DISPUTED})
"""Standings that still ask for something."""


@dataclass(frozen=True, slots=True)
class DueVisit:
    """A count at the place: the next one is number `done` + 1 of `required`."""

    commitment: str
    verdict: Verdict

    @property
    def next_number(self) -> int:
        """Which one a visit today would be."""
        return (self.verdict.done or 0) + 1


@dataclass(frozen=True, slots=True)
class Due:
    """What is due at a place. `members` are themes, partners or the like that nobody has reached there yet."""

    visits: tuple[DueVisit, ...] = ()
    classes: tuple[Verdict, ...] = ()
    members: tuple[Verdict, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is due."""
        return bool(self.visits or self.classes or self.members)


def due_at(place: str, agreement: Agreement, verdicts: Sequence[Verdict]) -> Due:
    """What the verdicts of a day leave to do at a place, by its id. The largest promise comes first."""
    rules = {each.id: each.rule for each in agreement.commitments}
    here = [each for each in verdicts if _missing(each) and each.subject.partition("/")[0] == place]
    visits = [DueVisit(each.commitment or "", each) for each in here if rules.get(each.commitment or "") == "count"]
    return Due(
        visits=tuple(sorted(visits, key=lambda each: -(each.verdict.required or 0))),
        classes=tuple(_of_kind(here, rules, "cohort")),
        members=tuple(_of_kind(here, rules, "coverage")),
    )


def _missing(verdict: Verdict) -> bool:
    return verdict.standing in OPEN and (verdict.done or 0) < (verdict.required or 0)


def _of_kind(verdicts: Iterable[Verdict], rules: dict[str, str], rule: str) -> Iterable[Verdict]:
    return (each for each in verdicts if "/" in each.subject and rules.get(each.commitment or "") == rule)
