from dataclasses import replace
from datetime import date

import pytest

from politikontakt.core.agreement.terms import Terms, specs
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.commitments.verdict import Ignored, PeriodRef, Standing, Verdict
from politikontakt.web.ui.wording import ignored
from politikontakt.web.ui.wording.explanation import explanation
from politikontakt.web.ui.wording.terms import Line, lines
from politikontakt.web.ui.wording.when import when
from tests.core.agreement.example import AMENDED, COUNT, SMALL, read
from tests.core.agreement.test_lint import MALVIK

DALEN = read(
    SMALL + COUNT.replace("at_least = 8", 'at_least = 8\n  min_minutes = 30\n  purpose = "preventive"') + AMENDED
)
VISITS = DALEN.commitments[0]
COMMITMENTS = {commitment.id: commitment for commitment in MALVIK.commitments}


def told(commitment: str) -> list[tuple[str, str]]:
    chosen = COMMITMENTS[commitment]
    return [(line.label, line.text) for line in lines(chosen, chosen.terms, MALVIK)]


def test_a_count_is_told_line_by_line():
    assert told("P12b") == [
        ("What counts", "School visit or parents' meeting"),
        ("At least", "8 times"),
        ("In each", "school year"),
        ("For each", "school that teaches school year 8"),
        ("Done by", "politikontakt"),
        ("Counted in", "days; several on one day are one"),
        ("No shorter than", "30 minutes"),
        ("For", "Pupils"),
        ("In a part of a period", "fewer, in proportion, rounded down"),
    ]


def test_a_share_a_deadline_and_a_judgement_are_told():
    assert told("P1")[2] == ("At least", "50%")
    assert told("G7") == [("Document", "Review of the unit leader's role"), ("By", "30 September 2019")]
    assert told("G6c")[0] == ("Judged by", "Malvik kommune")


def test_who_judges_is_told_also_when_the_file_leaves_it_open():
    assert told("P4b")[0] == ("Judged by", "Trøndelag politidistrikt and Malvik kommune")


def test_the_usual_reading_is_marked():
    chosen = COMMITMENTS["G4"]

    assert lines(chosen, chosen.terms, MALVIK)[-1] == Line("At least", "as much as before", usual=True)


@pytest.mark.parametrize("commitment", MALVIK.commitments, ids=lambda each: each.id)
def test_every_term_of_the_malvik_agreement_has_words(commitment):
    for line in lines(commitment, commitment.terms, MALVIK):
        assert line.label
        assert line.text
        assert "_" not in line.text


def test_the_malvik_agreement_has_all_kinds_of_rules():
    assert {commitment.rule for commitment in MALVIK.commitments} == set(KINDS)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("too_short", "It was shorter than the 30 minutes that are asked for."),
        ("wrong_purpose", "Its purpose was another than prevention."),
        ("wrong_role", "Nobody who took part held the role that day."),
        ("missing_role:police_contact", "Too few took part as politikontakt."),
        ("missing_agenda:evaluation", "“Evaluation of the model” was not on the agenda."),
    ],
)
def test_what_did_not_count_is_told_with_what_was_asked_for(code: str, words: str):
    assert ignored.reason(code, VISITS.terms, DALEN) == words


def test_the_role_is_named_where_the_terms_ask_for_one():
    terms: Terms = replace(VISITS.terms, by_role="police_contact")

    assert ignored.reason("wrong_role", terms, DALEN) == "Nobody who took part was politikontakt that day."


SCHOOL_YEAR = PeriodRef(label="2020/21", first=date(2020, 8, 1), last=date(2021, 7, 31))
ON = date(2020, 11, 2)


def verdict(**fields: object) -> Verdict:
    made: dict[str, object] = {"standing": Standing.AT_RISK, "period": SCHOOL_YEAR, **fields}
    return Verdict(commitment="V1", clause="1", **made)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "sentences"),
    [
        (verdict(done=1, required=6, expected=2), ("2 expected by 2 November.",)),
        (verdict(done=1, required=6, expected=2, planned=3), ("2 expected by 2 November, 3 planned.",)),
        (verdict(standing=Standing.KEPT, done=6, required=6, expected=2), ()),
        (
            verdict(standing=Standing.DISPUTED, would_be=Standing.KEPT, reasons=("no_measurement",)),
            ("Without the dispute: kept.", "Nobody has measured this period."),
        ),
        (
            verdict(standing=Standing.NOT_MEASURED, target=(12.5, 12.5)),
            ("The baseline for as many days is 12.5.",),
        ),
        (
            verdict(standing=Standing.NOT_MEASURED, target=(10.0, 12.5)),
            ("The baseline for as many days is between 10 and 12.5.",),
        ),
        (verdict(standing=Standing.KEPT, changes=1), ("The role has gone to one new person.",)),
        (verdict(standing=Standing.KEPT, changes=2), ("The role has gone to 2 new people.",)),
        (
            verdict(
                standing=Standing.KEPT,
                ignored=(Ignored(id="a", reason="too_short"), Ignored(id="b", reason="too_short")),
            ),
            ("2 do not count: it was shorter than the 30 minutes that are asked for.",),
        ),
        (verdict(standing=Standing.KEPT, amendment="Sak 3/20."), ("As amended: Sak 3/20.",)),
        (
            verdict(standing=Standing.BROKEN, gaps=(DayRange(date(2020, 9, 1), date(2020, 9, 13)),), gap_days=13),
            ("Too few from 1–13 September 2020.",),
        ),
    ],
)
def test_a_verdict_is_explained(made: Verdict, sentences: tuple[str, ...]):
    assert explanation(made, VISITS, DALEN, ON) == sentences


def test_a_deadline_is_told_by_its_day():
    plan = COMMITMENTS["G7"]
    life = PeriodRef(label="avtaletiden", first=date(2016, 10, 1), last=date(2019, 9, 30))

    made = Verdict(commitment="G7", clause="G7", standing=Standing.ON_TRACK, period=life)

    assert when(made, plan, MALVIK, ON) == "by 30 September 2019"
    assert when(verdict(), VISITS, DALEN, ON) == "school year 2020/21"


def test_every_term_has_a_shape_with_a_name():
    assert all(spec.shape.name for kind in KINDS.values() for spec in specs(kind).values())
