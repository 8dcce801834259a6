"""One standing for several verdicts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.agreement.model import Agreement, Clause, Commitment
from politikontakt.core.agreement.terms import Terms
from politikontakt.core.commitments.summary import NEEDS_ATTENTION, WORST_FIRST, by_clause, counts, points, worst
from politikontakt.core.commitments.verdict import Standing, Verdict


def commitment(id: str, owed_by: str = "police") -> Commitment:
    return Commitment(
        id=id, title={"nb": id}, owed_by=(owed_by,), owed_to=("kommune",), reading=None, rule="count", terms=Terms()
    )


def agreement(*clauses: Clause) -> Agreement:
    return Agreement(
        id="a",
        title={"nb": "A"},
        municipality="1663",
        signed_on=date(2016, 10, 3),
        effective_from=date(2016, 10, 1),
        expires_on=date(2019, 9, 30),
        time_zone="Europe/Oslo",
        school_year_starts=(8, 1),
        parties=(),
        roles=(),
        clauses=clauses,
        amendments=(),
    )


def clause(ref: str, *commitments: Commitment) -> Clause:
    return Clause(ref=ref, section="", title={"nb": ref}, text={"nb": ref}, commitments=commitments)


def verdict(commitment_id: str | None, standing: Standing, *, clause: str = "C", subject: str = "") -> Verdict:
    return Verdict(commitment=commitment_id, clause=clause, subject=subject, standing=standing)


def test_every_standing_has_its_place_in_the_order():
    assert sorted(WORST_FIRST) == sorted(Standing)


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ([Standing.KEPT, Standing.NOT_MEASURED], Standing.NOT_MEASURED),  # never green by default
        ([Standing.KEPT, Standing.NOT_DUE], Standing.NOT_DUE),  # half a promise kept is not a promise kept
        ([Standing.ON_TRACK, Standing.NOT_DUE], Standing.ON_TRACK),
        ([Standing.BROKEN, Standing.DISPUTED], Standing.BROKEN),
        ([Standing.AT_RISK, Standing.DISPUTED], Standing.DISPUTED),
        ([Standing.WAIVED, Standing.KEPT], Standing.WAIVED),
        ([], Standing.NOT_MEASURED),
    ],
)
def test_the_least_green_standing_wins(standings, expected):
    assert worst(standings) == expected


@given(st.lists(st.sampled_from(Standing), min_size=1))
def test_all_is_kept_only_when_each_is_kept(standings):
    assert (worst(standings) == Standing.KEPT) == (set(standings) == {Standing.KEPT})


def test_a_clause_without_commitments_is_not_measured():
    [summary] = by_clause(agreement(clause("C")), [verdict(None, Standing.NOT_MEASURED)])

    assert (summary.standing, summary.commitments, summary.needs_attention) == (Standing.NOT_MEASURED, (), False)


def test_a_school_behind_puts_the_clause_behind_and_is_named_first():
    on_track = verdict("C1", Standing.ON_TRACK, subject="hommelvik")
    behind = verdict("C1", Standing.AT_RISK, subject="vikhammer")

    [summary] = by_clause(agreement(clause("C", commitment("C1"))), [on_track, behind])

    assert summary.standing in NEEDS_ATTENTION
    assert summary.commitments[0].worst_verdict == behind


def test_each_party_has_its_own_column():
    police, municipality = commitment("C1", "police"), commitment("C2", "kommune")
    verdicts = [verdict("C1", Standing.ON_TRACK), verdict("C2", Standing.BROKEN)]

    [summary] = by_clause(agreement(clause("C", police, municipality)), verdicts)

    assert [each.commitment.id for each in summary.owed_by(["kommune"])] == ["C2"]
    assert [each.commitment.id for each in summary.owed_by(["police"])] == ["C1"]


def test_counts_name_each_clause_once_worst_first():
    clauses = [clause("A", commitment("A1"), commitment("A2")), clause("B", commitment("B1")), clause("C")]
    verdicts = [verdict("A1", Standing.KEPT), verdict("A2", Standing.BROKEN), verdict("B1", Standing.KEPT)]

    found = counts(by_clause(agreement(*clauses), verdicts))

    assert list(found.items()) == [(Standing.BROKEN, 1), (Standing.NOT_MEASURED, 1), (Standing.KEPT, 1)]


def test_a_clause_with_several_promises_has_a_row_for_each_and_one_without_has_its_own():
    agreed = agreement(clause("A", commitment("A1"), commitment("A2")), clause("B", commitment("B1")), clause("C"))

    rows = points(agreed, [verdict("A1", Standing.KEPT), verdict("A2", Standing.BROKEN), verdict("B1", Standing.LATE)])

    assert [(each.ref, each.standing) for each in rows] == [
        ("A1", Standing.KEPT),
        ("A2", Standing.BROKEN),
        ("B", Standing.LATE),
        ("C", Standing.NOT_MEASURED),
    ]
