"""An agreement of another shape, with its own small folder of records: nothing is made for Malvik alone."""

from datetime import date
from pathlib import Path

import pytest

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.commitments.verdict import Standing, Verdict
from politikontakt.core.records.check import check
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records

FOLDER = Path(__file__).parents[2] / "agreements" / "fjordheim-asbygda-2017"


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return read_agreement(FOLDER.with_suffix(".toml").read_bytes(), file="agreement.toml", kinds=KINDS)


@pytest.fixture(scope="module")
def records(agreement: Agreement) -> Records:
    return read_records({file.name: file.read_bytes() for file in FOLDER.glob("*.csv")}, agreement)


def judged(agreement: Agreement, records: Records, on: date) -> dict[tuple[str | None, str], Verdict]:
    return {(each.commitment, each.subject): each for each in verdicts(agreement, records, on=on)}


def test_the_folder_has_no_faults(agreement: Agreement, records: Records):
    assert check(records, agreement) == []


def test_it_is_written_in_nynorsk_alone(agreement: Agreement):
    texts = [text for clause in agreement.clauses for text in (clause.title, clause.text)]

    assert {tuple(text) for text in texts} == {("nn",)}


def test_two_municipalities_are_owed_by_one_police_district(agreement: Agreement):
    kinds = [party.kind for party in agreement.parties]

    assert sorted(kinds) == ["municipality", "municipality", "police_district"]


@pytest.mark.parametrize(
    ("commitment", "subject", "on", "standing", "done", "required"),
    [
        # 6 × 320 ÷ 365 = 5.26, rounded up: five visits are one too few, and the holidays leave no day
        ("visits-fjordheim", "fjordheim-skule", date(2017, 12, 31), Standing.BROKEN, 5, 6),
        # the school closed in July: 6 × 167 ÷ 365 = 2.7, rounded up
        ("visits-fjordheim", "neset-skule", date(2017, 6, 15), Standing.AT_RISK, 2, 3),
        # amended to four from 2018
        ("visits-fjordheim", "fjordheim-skule", date(2018, 3, 15), Standing.ON_TRACK, 1, 4),
        # the first, clipped year asks for nothing
        ("visits-asbygda", "asbygda-skule", date(2017, 11, 1), Standing.NOT_DUE, 2, 0),
        ("visits-asbygda", "asbygda-skule", date(2018, 3, 15), Standing.ON_TRACK, 1, 4),
        ("office", "radhus-fjordheim", date(2018, 2, 28), Standing.KEPT, 3, 2),
    ],
)
def test_counts(
    agreement: Agreement,
    records: Records,
    commitment: str,
    subject: str,
    on: date,
    standing: Standing,
    done: int,
    required: int,
):
    verdict = judged(agreement, records, on)[(commitment, subject)]

    assert (verdict.standing, verdict.done, verdict.required) == (standing, done, required)


def test_a_school_that_has_closed_is_asked_for_no_more(agreement: Agreement, records: Records):
    assert ("visits-fjordheim", "neset-skule") not in judged(agreement, records, date(2018, 3, 15))


def test_the_whole_council_met_in_spring_and_not_in_autumn(agreement: Agreement, records: Records):
    spring = judged(agreement, records, date(2017, 6, 30))[("council", "")]
    autumn = judged(agreement, records, date(2017, 12, 31))[("council", "")]

    assert (spring.standing, autumn.standing) == (Standing.KEPT, Standing.AT_RISK)
    assert [(each.id, each.reason) for each in autumn.ignored] == [("m002", "missing_role:mayor_asbygda")]


def test_three_who_do_not_agree_make_a_dispute(agreement: Agreement, records: Records):
    verdict = next(
        each
        for each in verdicts(agreement, records, on=date(2018, 3, 15), all_periods=True, commitments=("review",))
        if each.period.label == "avtaleår 1"
    )

    assert (verdict.standing, verdict.reasons) == (Standing.DISPUTED, ("parties_disagree",))
