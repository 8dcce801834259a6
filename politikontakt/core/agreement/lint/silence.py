"""Subjects that an agreement should have a word on, whoever the parties are."""

import re
from collections.abc import Iterator, Mapping

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.lint.words import says_together, speaks_of, stems
from politikontakt.core.agreement.model import Agreement

SUBJECTS: Mapping[str, re.Pattern[str]] = {
    "breach": stems(
        r"(avtale|kontrakts)?brudd / (avtale|kontrakts)?brot\b / mislig?h[ao]ld / misleg?h[ae]ld / "
        r"bryter avtal / bryt avtal / ikk?j?e (blir |er )?(overhold|oppfyl|innfri|fylg[dt]) / breach / "
        r"fail(s|ure)? to (keep|meet) / not (kept|met|fulfilled)"
    ),
    "vacancy": stems(
        r"vakan[st] / ubesatt / ubemann / ledig stilling / (syke|sjuke)?fr[aå]vær / permisjon / slutter i / "
        r"sluttar i / vacan / absen[ct] / unfilled"
    ),
    "dispute": stems(
        r"uenig / ueinig / usemje / tvist / konfliktløys / konfliktløs / eskaler / disput / disagree / escalat"
    ),
    "privacy": stems(
        r"personvern / personopplysn / taushet / teieplikt / tausheit / gdpr / databehandl / fortrolig / privacy / "
        r"personal data / confidential / secrecy"
    ),
    "renewal": stems(
        r"forleng / forny / videreføring / videreføres / vidareføring / vidareført / ny avtale / reforhandl / "
        r"renew / exten(d|sion) / prolong / new agreement"
    ),
    "costs": stems(
        r"kostnad / utgift / finansier / (be)?kost(er|ar)\b / betal / budsjett / økonomisk / cost / expens / "
        r"fund(ed|ing|s)\b / pa(y|id)\b / budget"
    ),
    "reporting": stems(
        r"rapport / årsmelding / årsberetning / statistikk / skriftlig orienter / skriftleg orienter / report / "
        r"annual statement"
    ),
}
"""The subject's code → words that speak of it."""

_AGREEMENT = stems(r"(sam(arbeids)?)?avtal / tillegg / agreement / this text / partene / partane / parties")
_CHANGE = stems(r"endr(e|es|ing|ast|a) / revider / revisjon / chang / amend / revis(e|ion)")
_END = stems(
    r"oppsig / (sies?|seiast|seie|si) (den |avtal\w+ )?opp / opphør / hev(e|es|ing|ast)\b / terminat / "
    r"withdraw / give notice / avslutt\w* avtal / avtal\w* (kan )?avslutt / tre ut av"
)


def silent_subjects(agreement: Agreement) -> Iterator[Finding]:
    """Each subject of which no clause has a word. Changing is only spoken of together with the agreement itself."""
    for code, subject in SUBJECTS.items():
        if not speaks_of(agreement, subject):
            yield Finding(code)
    if not says_together(agreement, _CHANGE, _AGREEMENT) and not _under_a_heading(agreement, _CHANGE):
        yield Finding("change")
    if not speaks_of(agreement, _END):
        yield Finding("end")


def _under_a_heading(agreement: Agreement, subject: re.Pattern[str]) -> bool:
    return any(subject.search(title) for clause in agreement.clauses for title in clause.title.values())
