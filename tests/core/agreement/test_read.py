from datetime import date
from pathlib import Path

import pytest

from politikontakt.core.agreement.model import Amendment, Clause, Commitment, Party, Role
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.rules.count import CountTerms
from tests.core.agreement.example import AMENDED, COUNT, SMALL, faults_of, read

AGREEMENTS = sorted((Path(__file__).parents[3] / "agreements").glob("*.toml"))


def test_an_agreement_becomes_values():
    agreement = read(SMALL + COUNT + AMENDED)

    assert (agreement.id, agreement.municipality, agreement.signed_on) == ("dalen-2020", "9999", date(2020, 1, 15))
    assert agreement.in_force == DayRange(date(2020, 1, 1), date(2022, 12, 31))
    assert agreement.parties == (
        Party(id="kommune", name="Dalen kommune", kind="municipality"),
        Party(id="politi", name="Dalen politidistrikt", kind="police_district"),
    )
    assert agreement.roles == (Role(id="police_contact", title={"nb": "politikontakt"}, party="politi"),)
    assert agreement.clauses == (
        Clause(
            ref="1",
            section="",
            title={"nb": "Besøk"},
            text={"nb": "Kontakten besøker skolene."},
            commitments=agreement.commitments,
        ),
    )
    assert agreement.commitments == (
        Commitment(
            id="V1",
            title={"nb": "Åtte besøk"},
            owed_by=("politi",),
            owed_to=("kommune",),
            reading=None,
            rule="count",
            terms=CountTerms(activity=("school_visit",), at_least=8, per="school_year"),
        ),
    )
    assert agreement.amendments == (
        Amendment(
            agreed_on=date(2020, 5, 1),
            valid_from=date(2020, 8, 1),
            commitment="V1",
            set={"at_least": 6, "by_role": "police_contact"},
            decision="Politirådet, sak 3/20",
        ),
    )


def test_time_zone_and_school_year_are_those_of_norway_when_the_file_is_silent():
    agreement = read(SMALL)

    assert (agreement.time_zone, agreement.school_year_starts) == ("Europe/Oslo", (8, 1))


def test_time_zone_and_school_year_are_taken_from_the_file():
    said = SMALL.replace("[[party]]", 'time_zone = "Europe/London"\nschool_year_starts = "09-15"\n\n[[party]]', 1)

    agreement = read(said)

    assert (agreement.time_zone, agreement.school_year_starts) == ("Europe/London", (9, 15))


def test_a_clause_without_a_commitment_is_legal():
    assert read(SMALL).clauses[0].commitments == ()


@pytest.mark.parametrize("file", AGREEMENTS, ids=lambda file: file.stem)
def test_the_agreements_that_come_along_have_no_fault(file: Path):
    assert faults_of(file.read_bytes()) == ()


@pytest.mark.parametrize(
    "source",
    [
        "\ufeff" + SMALL,  # a byte order mark, as Windows writes it
        SMALL.replace("\n", "\r\n"),  # line ends of Windows
        SMALL.replace("title = { nb", "title = { se", 1),  # any one language will do
        SMALL.replace("expires_on = 2022-12-31", "expires_on = 2020-01-01"),  # in force for a day
        SMALL.replace("signed_on = 2020-01-15", "signed_on = 2023-01-15"),  # signed when it was over
        "#" * 10_000_000 + "\n" + SMALL,  # a long comment is only long
        SMALL + COUNT.replace("school_visit", "skolebesøk"),  # codes have the parties' own letters
        SMALL + COUNT + "  audience = []\n",  # says no more than leaving it out
    ],
    ids=["bom", "crlf", "one language", "one day", "signed late", "long comment", "norwegian code", "empty audience"],
)
def test_what_is_unusual_but_right_is_read(source: str):
    assert faults_of(source) == ()


def test_a_text_without_end_is_a_fault_on_its_line():
    (fault,) = faults_of(SMALL.replace("Kontakten besøker", "x" * 10_000_000))

    assert (fault.code, fault.line, fault.key) == ("text_too_long", 27, "clause[0].text.nb")


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("a = " + "[" * 100_000, "toml_too_deep"),
        ("a = " + "9" * 5_000, "toml_number_too_long"),
    ],
)
def test_what_would_choke_the_parser_is_a_fault(source: str, code: str):
    assert [fault.code for fault in faults_of(source)] == [code]


@pytest.mark.parametrize("number", ["1e-999999999", "1e999999999", "inf", "-nan", "1_0.5"])
def test_a_number_of_any_length_is_refused_in_no_time(number: str):
    share = COUNT.replace('"count"', '"share"').replace('activity = "school_visit"', 'purpose = "preventive"')
    share = share.replace("at_least = 8", f'at_least = {number}\n  by_role = "police_contact"')

    assert [fault.code for fault in faults_of(SMALL + share)] == ["not_share"]


def test_faults_are_in_the_order_of_the_file():
    source = SMALL.replace("format = 1", "format = 7").replace('"municipality"', '"by"') + COUNT.replace("= 8", "= 0")

    assert [(fault.line, fault.code) for fault in faults_of(source)] == [
        (1, "unknown_format"),
        (12, "not_one_of"),
        (36, "too_small"),
    ]


def test_a_faulty_party_can_still_be_referred_to():
    source = SMALL.replace('name = "Dalen politidistrikt"\n', "") + COUNT

    assert [(fault.key, fault.code) for fault in faults_of(source)] == [("party[1].name", "missing_key")]


def test_two_amendments_may_together_contradict_what_each_alone_does_not():
    deadline = (
        COUNT.replace('"count"', '"deadline"')
        .replace('activity = "school_visit"', 'document = "plan"')
        .replace("at_least = 8", "attached = false")
        .replace('per = "school_year"', "by = 2020-06-30")
    )
    first = AMENDED.replace('set = { at_least = 6, by_role = "police_contact" }', "set = { attached = true }")
    second = first.replace("2020-08-01", "2020-09-01").replace("attached = true", 'event = "moved"')

    assert faults_of(SMALL + deadline + first) == ()
    assert [(fault.key, fault.code) for fault in faults_of(SMALL + deadline + second + first)] == [
        ("amendment[0].set.event", "document_and_event")
    ]
