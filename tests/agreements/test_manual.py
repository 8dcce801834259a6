"""The manual of the agreement file is read as a user would: its examples work, its tables leave nothing out."""

import re
from pathlib import Path

import pytest

from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.agreement.terms import specs
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import FaultyInput

MANUAL = (Path(__file__).parents[2] / "docs" / "use" / "agreement-file.md").read_text(encoding="utf-8")
WHOLE_FILE, *FRAGMENTS = re.findall(r"```toml\n(.*?)```", MANUAL, flags=re.DOTALL)


def section(heading: str) -> str:
    """The text under a heading, up to the next."""
    [found] = re.findall(rf"^#+ {re.escape(heading)}.*?\n(.*?)(?=^##|\Z)", MANUAL, flags=re.DOTALL | re.MULTILINE)
    return found


def rows(heading: str) -> dict[str, list[str]]:
    """A section's tables, by the first column."""
    lines = [line.strip("|").split("|") for line in section(heading).splitlines() if line.startswith("| `")]
    return {cells[0].strip().strip("`"): [cell.strip() for cell in cells[1:]] for cells in lines}


def faults_of(source: str) -> set[str]:
    try:
        read_agreement(source.encode(), file="agreement.toml", kinds=KINDS)
    except FaultyInput as faulty:
        return {fault.code for fault in faulty.faults}
    return set()


def test_the_whole_file_has_no_faults():
    agreement = read_agreement(WHOLE_FILE.encode(), file="agreement.toml", kinds=KINDS)

    assert [len(clause.commitments) for clause in agreement.clauses] == [1, 0]


@pytest.mark.parametrize("fragment", FRAGMENTS, ids=lambda text: re.search(r'(id|commitment) = "(.+)"', text)[2])
def test_every_other_example_fits_into_it(fragment: str):
    assert faults_of(WHOLE_FILE + fragment) == set()


def test_all_examples_stand_together():
    assert faults_of(WHOLE_FILE + "".join(FRAGMENTS)) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_kind_has_an_example_and_all_its_terms(kind: str):
    told = rows(f"`{kind}`")
    terms = specs(KINDS[kind])

    assert f'rule = "{kind}"' in section(f"`{kind}`")
    assert list(told) == list(terms)
    required = {name for name, (must, *_) in told.items() if must == "yes"}
    assert required == {name for name, spec in terms.items() if spec.required}


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        (
            "The head",
            "format id title municipality signed_on effective_from expires_on time_zone school_year_starts",
        ),
        ("Parties and roles", "id name kind title party"),
        ("Clauses", "ref section title text"),
        ("Commitments", "id title owed_by owed_to reading rule"),
        ("Amendments", "agreed_on valid_from commitment set decision"),
    ],
)
def test_every_key_is_told(heading: str, keys: str):
    assert set(rows(heading)) == set(keys.split())


@pytest.mark.parametrize("key", [key for key, (must, *_) in rows("The head").items() if must == "yes"])
def test_what_must_be_in_the_head_is_missed_when_it_is_not(key: str):
    without = re.sub(rf"^{key} = .*\n", "", WHOLE_FILE, count=1, flags=re.MULTILINE)

    assert "missing_key" in faults_of(without)


@pytest.mark.parametrize(("written", "told"), [(written, told) for written, (told, _) in rows("Common faults").items()])
def test_every_common_fault_is_told_as_the_manual_says(written: str, told: str):
    key = written.split(" = ")[0].replace("by_rule", "by_role")
    source = WHOLE_FILE + "".join(FRAGMENTS)
    wrong = re.sub(rf"^( *){key} = .*$", rf"\g<1>{written}", source, count=1, flags=re.MULTILINE)

    assert told.strip("`") in faults_of(wrong)
