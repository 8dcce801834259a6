"""The Malvik agreement as data: all 26 clauses, both columns of duties, and the ten visits that the year decides."""

from collections import Counter
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from politikontakt.core.agreement.model import Agreement, Commitment
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.model import Activity, Person, Place, Records, RoleHolding

FILE = Path(__file__).parents[2] / "agreements" / "malvik-2016.toml"


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return read_agreement(FILE.read_bytes(), file=FILE.name, kinds=KINDS)


def commitments(agreement: Agreement) -> dict[str, Commitment]:
    return {each.id: each for clause in agreement.clauses for each in clause.commitments}


def test_all_26_clauses_stand_in_their_four_sections(agreement: Agreement):
    sections = Counter(clause.section for clause in agreement.clauses)

    assert sections == {
        "Gjennomføring": 8,
        "Politikontaktene": 14,
        "Gjensidig forpliktende samarbeid": 3,
        "Varighet": 1,
    }


def test_the_clauses_are_numbered_as_the_text_has_them(agreement: Agreement):
    numbered = [f"G{n}" for n in range(1, 9)] + [f"P{n}" for n in range(1, 15)] + ["M1", "M2", "M3", "V1"]

    assert [clause.ref for clause in agreement.clauses] == numbered


def test_the_dates_are_those_of_the_text(agreement: Agreement):
    days = (agreement.signed_on, agreement.effective_from, agreement.expires_on)

    assert days == (date(2016, 10, 3), date(2016, 10, 1), date(2019, 9, 30))


def test_every_text_is_there_in_both_written_languages(agreement: Agreement):
    texts = [agreement.title, *(role.title for role in agreement.roles)]
    texts += [text for clause in agreement.clauses for text in (clause.title, clause.text)]
    texts += [text for each in commitments(agreement).values() for text in (each.title, each.reading) if text]

    assert [text for text in texts if not {"nb", "nn"} <= text.keys()] == []


def test_two_clauses_openly_have_no_rule(agreement: Agreement):
    assert [clause.ref for clause in agreement.clauses if not clause.commitments] == ["P9", "P10"]


def test_the_municipality_s_own_duties_are_explicit(agreement: Agreement):
    owed = [each.id for each in commitments(agreement).values() if "kommune" in each.owed_by]

    assert owed == ["G7", "P7c", "P13b", "M1", "M2", "M3b"]


def test_every_party_and_role_is_used(agreement: Agreement):
    owing = {party for each in commitments(agreement).values() for party in each.owed_by}
    parties_of_roles = {role.party for role in agreement.roles}

    assert owing == {party.id for party in agreement.parties}
    assert parties_of_roles == owing


@pytest.mark.parametrize(
    ("commitment", "rule", "terms"),
    [
        ("G1", "staffing", {"role": "police_contact", "at_least": 2}),
        ("G8", "deadline", {"event": "reception_moved", "by": date(2016, 10, 5)}),
        ("P1", "share", {"purpose": "preventive", "at_least": Fraction(1, 2), "per": "calendar_quarter"}),
        ("P12b", "count", {"at_least": 8, "per": "school_year", "min_minutes": 30, "distinct": "days"}),
        ("P12c", "cohort", {"stages": (8, 10), "at_least": 1}),
        ("M2", "deadline", {"document": "evaluation_plan", "by": date(2016, 12, 31), "attached": True}),
        ("M3a", "meeting", {"present": (("police_contact", 2), ("unit_head", 1)), "per": "calendar_quarter"}),
        ("V1", "staffing", {"at_least": 2, "fixed": True}),
    ],
)
def test_the_countable_promises_are_read_as_signed(agreement: Agreement, commitment: str, rule: str, terms: dict):
    found = commitments(agreement)[commitment]

    assert found.rule == rule
    assert {name: getattr(found.terms, name) for name in terms} == terms


def test_it_needs_every_rule_kind(agreement: Agreement):
    assert {each.rule for each in commitments(agreement).values()} == set(KINDS)


TEN_VISITS = [
    date(2016, 11, 8),
    date(2016, 12, 6),
    date(2017, 1, 17),
    date(2017, 3, 14),
    date(2017, 5, 23),
    date(2017, 6, 13),
    date(2017, 9, 12),
    date(2017, 9, 26),
    date(2017, 10, 3),
    date(2017, 11, 14),
]


def ten_visits() -> Records:
    return Records(
        places=(Place(id="us", name="Ungdomsskolen", kind="school", stage_from=8, stage_to=10),),
        people=(Person(id="kontakt", name="Kontakten"),),
        roles=(RoleHolding(role="police_contact", person="kontakt", since=date(2016, 10, 1)),),
        activities=tuple(
            Activity(
                id=f"v{number}",
                kind="school_visit",
                status="done",
                on=day,
                minutes=45,
                place="us",
                people=("kontakt",),
                audience=("pupils",),
            )
            for number, day in enumerate(TEN_VISITS)
        ),
    )


def read_as(agreement: Agreement, **terms: str) -> Agreement:
    """The agreement with P12b's terms changed, as if it had been signed so."""
    clauses = tuple(
        replace(
            clause,
            commitments=tuple(
                replace(each, terms=replace(each.terms, **terms)) if each.id == "P12b" else each
                for each in clause.commitments
            ),
        )
        for clause in agreement.clauses
    )
    return replace(agreement, clauses=clauses)


def judged(agreement: Agreement, label: str) -> Verdict:
    found = verdicts(agreement, ten_visits(), on=date(2018, 1, 10), all_periods=True, commitments=("P12b",))
    return next(each for each in found if each.period.label == label)


@pytest.mark.parametrize(
    ("terms", "label", "standing", "done", "required"),
    [
        ({"per": "calendar_year"}, "2017", Standing.KEPT, 8, 8),
        ({"per": "agreement_year"}, "avtaleår 1", Standing.KEPT, 8, 8),
        ({}, "2016/17", Standing.KEPT, 6, 6),  # as it is read: 8 × 304 ÷ 365 = 6.66, rounded down
        ({"part_year": "round_up"}, "2016/17", Standing.BROKEN, 6, 7),
        ({"part_year": "full"}, "2016/17", Standing.BROKEN, 6, 8),
    ],
)
def test_year_and_rounding_decide_what_ten_visits_are_worth(
    agreement: Agreement, terms: dict[str, str], label: str, standing: Standing, done: int, required: int
):
    verdict = judged(read_as(agreement, **terms), label)

    assert (verdict.standing, verdict.done, verdict.required) == (standing, done, required)


def test_without_any_record_nothing_is_kept(agreement: Agreement):
    found = verdicts(agreement, Records(), on=date(2018, 3, 15), all_periods=True)

    assert {each.standing for each in found} & {Standing.KEPT, Standing.LATE} == set()
