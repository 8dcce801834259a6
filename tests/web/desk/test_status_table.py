"""The status as a table for a spreadsheet: the same verdicts, in the reader's words, and nothing that runs."""

import csv
from datetime import date

import pytest
from django.utils import translation

from politikontakt.core.commitments.verdict import PeriodRef, Standing, Verdict
from politikontakt.core.records.model import Place, Records
from politikontakt.modules.access.tenants import within
from politikontakt.web.desk.status.table import table
from politikontakt.web.ui.wording.subjects import Names
from tests import factories

ON = {"on": "2018-03-15"}


def verdict(**fields):
    period = PeriodRef(label="2017/18", first=date(2017, 8, 1), last=date(2018, 7, 31))
    said = {"commitment": "P12b", "clause": "P12", "subject": "a", "standing": Standing.AT_RISK, "period": period}
    return Verdict(**{**said, **fields})


def row_of(found, *, place="Skolen", language="nb"):
    """The row of one verdict about a place of this name."""
    names = Names.of(Records(places=(Place(id="a", name=place, kind="school"),)))
    with translation.override(language):
        return list(table([found], names))[1]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r=", "\n="])
def test_a_name_that_a_spreadsheet_would_run_is_put_out_of_action(begins):
    assert row_of(verdict(), place=f"{begins}1+1")[2] == f"'{begins}1+1"


@pytest.mark.parametrize("name", ["Skolen", "1+1", "a=b", "", " =1", "«=1»"])
def test_any_other_name_stays_as_it_is(name):
    assert row_of(verdict(), place=name)[2] == name


def test_a_clauses_own_name_is_looked_at_too():
    assert row_of(verdict(clause="=P12", commitment="-P12b"))[:2] == ["'=P12", "'-P12b"]


@pytest.mark.parametrize(("language", "standing"), [("nb", "På etterskudd"), ("nn", "På etterskot"), ("en", "Behind")])
def test_a_row_is_in_the_readers_words(language, standing):
    found = row_of(
        verdict(done=3, required=6, expected=4, planned=1, reasons=("part_period_reduced",)), language=language
    )

    assert found[:7] == ["P12", "P12b", "Skolen", "2017/18", "2017-08-01", "2018-07-31", standing]
    assert found[7:11] == [3, 6, 4, 1]


def test_a_clause_that_nobody_can_judge_has_a_row_without_numbers():
    found = row_of(verdict(commitment=None, subject="", period=None, standing=Standing.NOT_MEASURED))

    assert found[:7] == ["P12", None, "", "", "", "", "Ikke målt"]
    assert found[7:11] == [None] * 4


def test_the_file_has_the_verdicts_of_the_day_and_opens_as_norwegian_text(malvik, berit, signed_in):
    with within(malvik):
        factories.visit(date(2018, 2, 6))

    answer = signed_in(berit).get("/malvik/arbeid/avtalen/status.csv", ON)

    assert answer.headers["Content-Disposition"] == 'attachment; filename="malvik-2018-03-15.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    of_hommelvik = next(row for row in rows if row[2] == "Hommelvik ungdomsskole")
    assert of_hommelvik[:9] == [
        "P12", "P12b", "Hommelvik ungdomsskole", "2017/18", "2017-08-01", "2018-07-31", "På etterskudd", "1", "8",
    ]  # fmt: skip
    assert {len(row) for row in rows} == {12}
