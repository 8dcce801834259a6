"""Every code that the core can say has its words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import politikontakt
from politikontakt.core.agreement.lint.silence import SUBJECTS
from politikontakt.core.agreement.terms import specs
from politikontakt.core.agreement.toml import _CAUSES
from politikontakt.core.calendar.periods import PERIOD_KINDS
from politikontakt.core.commitments.required import PART_YEARS
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.ui.wording import ignored, lint, periods, reasons, rules, standings, terms
from politikontakt.web.ui.wording.faults import PAIRS

PACKAGE = Path(politikontakt.__file__).parent
FAULT_MAKERS = {"Fault": 0, "Wrong": 0, "Unreadable": 0, "_Bad": 0, "_wrong": 0, "wrong": 1, "_note": 1, "NotRead": 0}
"""Functions that take a fault's code, and at which place."""


def codes_given_to(makers: dict[str, int], folder: Path) -> set[str]:
    return {code for file in folder.rglob("*.py") for code in _codes_in(ast.parse(file.read_text()), makers)}


def _codes_in(tree: ast.AST, makers: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = makers.get(name)
            if place is not None and len(node.args) > place:
                yield from _texts_in(node.args[place])


def _texts_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts_in(node.body), *_texts_in(node.orelse))


def test_every_fault_code_of_the_source_has_its_pair():
    found = codes_given_to(FAULT_MAKERS, PACKAGE / "core") | codes_given_to(FAULT_MAKERS, PACKAGE / "cli")
    found |= codes_given_to({"Fault": 0}, PACKAGE / "modules") | codes_given_to({"Fault": 0}, PACKAGE / "web")
    found |= codes_given_to({"Finding": 0}, PACKAGE / "core" / "records") | {code for _start, code in _CAUSES}

    assert found - set(PAIRS) == set()
    assert len(found) > 60


def test_every_fault_of_the_broken_files_has_its_pair():
    tests = Path(__file__).parents[2] / "core"
    written = {
        line.split("  ")[-1] for file in tests.glob("*/broken/*.faults") for line in file.read_text().splitlines()
    }

    assert written - set(PAIRS) == set()


def test_every_lint_code_has_its_words():
    found = codes_given_to({"Finding": 0}, PACKAGE / "core" / "agreement" / "lint") | set(SUBJECTS)
    found |= codes_given_to({"_first_meeting_without": 2}, PACKAGE / "core" / "agreement" / "lint")

    assert found == set(lint.FINDINGS)


@pytest.mark.parametrize("standing", Standing)
def test_every_standing_has_word_meaning_and_signs(standing: Standing):
    words = standings.STANDINGS[standing]

    assert standings.word(standing)
    assert standings.meaning(standing).endswith(".")
    assert (words.icon, len(words.sign)) == (standing.value, 1)


def test_only_what_asks_somebody_to_act_is_loud():
    loud = {standing for standing, words in standings.STANDINGS.items() if words.loud}

    assert loud == {Standing.AT_RISK, Standing.BROKEN, Standing.DISPUTED}


def test_what_nobody_measured_is_never_green():
    green = {standing for standing, words in standings.STANDINGS.items() if words.colour == "success"}

    assert green == {Standing.KEPT}


REASONS = {
    "no_rule",
    "part_period",
    "part_period_reduced",
    "out_of_days",
    "no_subject",
    "exception_not_accepted",
    "low_coverage",
    "no_baseline",
    "no_measurement",
    "cannot_tell",
    "leaves_after_end",
    "nothing_asked",
    "parties_disagree",
}
IGNORED = {
    "cancelled",
    "outside_period",
    "wrong_role",
    "wrong_purpose",
    "wrong_audience",
    "too_short",
    "after_day",
    "not_done",
    "same_day",
}


def test_every_reason_and_every_ignored_reason_has_a_sentence():
    assert set(reasons.REASONS) == REASONS
    assert set(ignored.IGNORED) == IGNORED
    assert all(reasons.reason(code).endswith(".") for code in REASONS)
    assert all(ignored.reason(code).endswith(".") for code in (*IGNORED, "missing_role:x", "missing_agenda:x"))


def test_every_rule_kind_term_and_period_has_words():
    names = {name for kind in KINDS.values() for name in specs(kind)}

    assert set(rules.RULES) == set(KINDS)
    assert names - set(terms.LABELS) == set()
    assert set(periods.PER) == set(PERIOD_KINDS)
    assert set(terms.PART_YEARS) == set(PART_YEARS)
