"""Say what an agreement leaves open: each with its clause, why it matters and what to agree on.

Exit status: 0, also when much is open; 2 when the file is faulty (all faults on stderr).
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from politikontakt.cli.language import add_language, speak
from politikontakt.cli.reading import read_agreement_file

if TYPE_CHECKING:
    from politikontakt.core.agreement.lint import Finding
    from politikontakt.core.agreement.model import Agreement

SUMMARY = "say what an agreement leaves open"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What `lint` takes."""
    parser.add_argument("agreement", metavar="AGREEMENT", type=Path, help="the agreement file (TOML)")
    parser.add_argument("--json", action="store_true", help="for other programs instead of a list")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Look and show."""
    from politikontakt.core.agreement.lint import lint

    agreement = read_agreement_file(arguments.agreement)
    findings = lint(agreement)
    speak(arguments.language)
    if arguments.json:
        _print_json(findings, agreement)
    else:
        _print_list(findings, agreement)
    return 0


def _print_json(findings: "Sequence[Finding]", agreement: "Agreement") -> None:
    from politikontakt.web.ui.wording.lint import lint_words

    shown = []
    for finding in findings:
        words = lint_words(finding, agreement)
        place = {"code": finding.code, "clause": finding.clause, "commitment": finding.commitment}
        shown.append({**place, "what": words.what, "why": words.why, "ask": words.ask})
    json.dump({"findings": shown}, sys.stdout, indent=2)
    print()


def _print_list(findings: "Sequence[Finding]", agreement: "Agreement") -> None:
    from politikontakt.cli.show.findings import findings_list
    from politikontakt.cli.show.terminal import terminal, write

    write(findings_list(findings, agreement, terminal(sys.stdout)))
