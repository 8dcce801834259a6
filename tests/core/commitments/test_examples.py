"""The dated examples of the manual hold. `false` in an example means: this key is left out."""

import pytest

from politikontakt.core.commitments.as_json import as_json
from politikontakt.core.commitments.judge import verdicts
from politikontakt.core.commitments.rules import RULES
from tests.core.commitments.example_files import Example, examples, kinds, told

EXAMPLES = tuple(examples())


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_example_holds(example: Example):
    expected = example.verdict

    found = [
        told(as_json(each))
        for each in verdicts(example.agreement, example.records, on=example.on, all_periods=example.all_periods)
    ]

    named = [
        each
        for each in found
        if each["subject"] == expected.get("subject", "") and each["period"] == expected.get("period", each["period"])
    ]
    assert len(named) == 1, found
    assert {key: named[0].get(key, False) for key in expected} == expected
    assert "standing" in expected


@pytest.mark.parametrize("kind", RULES)
def test_every_kind_has_at_least_eight_examples(kind: str):
    assert kind in kinds()
    assert len([each for each in EXAMPLES if each.kind == kind]) >= 8


def test_titles_are_told_apart():
    titles = [str(each) for each in EXAMPLES]

    assert len(set(titles)) == len(titles)
