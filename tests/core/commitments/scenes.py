"""Small agreements and records for the tests of verdicts, made of values."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from politikontakt.core.agreement.model import Agreement, Amendment, Clause, Commitment, Party, Role
from politikontakt.core.agreement.shapes import ForEach
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.commitments.rules.count import CountTerms
from politikontakt.core.commitments.verdict import Verdict
from politikontakt.core.records.model import Activity, Place, Records, RoleHolding

START, END = date(2016, 10, 1), date(2019, 9, 30)
SCHOOL = Place(id="hommelvik", name="Hommelvik ungdomsskole", kind="school", stage_from=8, stage_to=10)
LOWER_SECONDARY = ForEach(place="school", teaches_stage=8)
EIGHT_A_YEAR = CountTerms(activity=("visit",), at_least=8, per="school_year", for_each=LOWER_SECONDARY)
ANNE = RoleHolding(role="contact", person="anne", since=START)


def commitment(terms: Terms, id: str = "P1", owed_to: tuple[str, ...] = ("kommune",)) -> Commitment:
    rule = next(name for name, kind in KINDS.items() if isinstance(terms, kind))
    return Commitment(
        id=id, title={"nb": id}, owed_by=("politi",), owed_to=owed_to, reading=None, rule=rule, terms=terms
    )


def clause(*commitments: Commitment, ref: str = "1") -> Clause:
    return Clause(ref=ref, section="", title={"nb": ref}, text={"nb": ref}, commitments=commitments)


def agreement(
    *clauses: Clause,
    first: date = START,
    last: date = END,
    amendments: Sequence[Amendment] = (),
    school_year_starts: tuple[int, int] = (8, 1),
) -> Agreement:
    return Agreement(
        id="example",
        title={"nb": "Eksempel"},
        municipality="5031",
        signed_on=first,
        effective_from=first,
        expires_on=last,
        time_zone="Europe/Oslo",
        school_year_starts=school_year_starts,
        parties=tuple(Party(id=each, name=each, kind="other") for each in ("politi", "kommune")),
        roles=(Role(id="contact", title={"nb": "politikontakt"}, party="politi"),),
        clauses=clauses,
        amendments=tuple(amendments),
    )


def promising(terms: Terms, **more: Any) -> Agreement:
    """An agreement of one clause with one commitment, P1."""
    return agreement(clause(commitment(terms)), **more)


def amended(on: date, decision: str = "Sak 1", agreed_on: date = START, **terms: Any) -> Amendment:
    return Amendment(agreed_on=agreed_on, valid_from=on, commitment="P1", set=terms, decision=decision)


def visit(on: date, id: str | None = None, **more: Any) -> Activity:
    known = {"kind": "visit", "status": "done", "place": SCHOOL.id, "people": ("anne",), "minutes": 60}
    return Activity(id=id or f"v{on}", on=on, **{**known, **more})


def records(*activities: Activity, **more: Any) -> Records:
    return Records(**{"places": (SCHOOL,), "roles": (ANNE,), "activities": activities, **more})


def the_verdict(agreed: Agreement, recorded: Records, on: date) -> Verdict:
    """The only verdict of the day."""
    (found,) = verdicts(agreed, recorded, on=on)
    return found


def day(number: int) -> date:
    """So many days after the agreement's first."""
    return START + timedelta(days=number)
