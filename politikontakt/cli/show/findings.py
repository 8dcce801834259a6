"""What an agreement leaves open, as a list for people: clause by clause, then the agreement as a whole."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from politikontakt.cli.show.terminal import Terminal
from politikontakt.core.agreement.lint import Finding
from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.wording.lint import lint_words
from politikontakt.web.ui.wording.texts import in_language

_INDENT = 6


def findings_list(findings: Sequence[Finding], agreement: Agreement, terminal: Terminal) -> str:
    """All findings as text that fits the terminal."""
    lines = [terminal.coloured(in_language(agreement.title), "bold"), _count(findings)]
    for clause, together in groupby(findings, key=lambda finding: finding.clause):
        lines += ["", *_heading(clause, agreement, terminal)]
        for finding in together:
            lines += _finding(finding, agreement, terminal)
    return "\n".join(line.rstrip() for line in lines)


def _count(findings: Sequence[Finding]) -> str:
    if not findings:
        return _("Nothing was found that is left open.")
    return ngettext("%(count)s thing is left open.", "%(count)s things are left open.", len(findings)) % {
        "count": len(findings)
    }


def _heading(ref: str | None, agreement: Agreement, terminal: Terminal) -> Iterator[str]:
    if ref is None:
        yield terminal.coloured(_("The agreement as a whole"), "bold")
        return
    title = next(in_language(clause.title) for clause in agreement.clauses if clause.ref == ref)
    yield from terminal.wrapped(title, indent=_INDENT, first=f"{ref} ")


def _finding(finding: Finding, agreement: Agreement, terminal: Terminal) -> Iterator[str]:
    words = lint_words(finding, agreement)
    yield from terminal.wrapped(f"{words.what} {words.why}", indent=_INDENT, first="    ? ")
    yield from terminal.wrapped(f"{words.ask} [{finding.code}]", indent=_INDENT, first="    → ")
