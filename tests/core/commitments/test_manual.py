"""The manual of the rules prints the terms and examples as they are."""

import subprocess
import sys
from pathlib import Path

from politikontakt.core.commitments.rules import KINDS

ROOT = Path(__file__).parents[3]


def test_the_manual_is_current():
    checked = subprocess.run(
        [sys.executable, "tools/rules_manual.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (checked.returncode, checked.stderr) == (0, "")


def test_the_manual_has_terms_and_examples_of_every_kind():
    manual = (ROOT / "docs" / "explain" / "rules.md").read_text()

    for kind in KINDS:
        assert f"<!-- terms: {kind} -->\n| Term |" in manual
        assert f"<!-- examples: {kind} -->\nUnless" in manual
