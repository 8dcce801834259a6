"""Words that two people read in two ways, and rules that nobody has put words to."""

from collections.abc import Iterator

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.lint.words import body, found_in, heading, sentences, stems
from politikontakt.core.agreement.model import Agreement, Clause

VAGUE = stems(
    r"jevnlig\w* / jamleg\w* / regelmessig\w* / ved behov / etter behov / hensiktsmessig\w* / føremålstenleg\w* / "
    r"formålstjenlig\w* / nødvendig\w* / naudsynt\w* / nødvendige? / tilstrekkelig\w* / tilstrekkeleg\w* / "
    r"snarest\w* / rask(t|e)?\b / tett\b / nær(t)? samarbeid / aktivt\b / så langt (det er )?(mulig|råd) / "
    r"i oppstart\w* / i rimelig\w* / osv\b / o\.l\. / mv\b / m\.m\. / lav terskel / låg terskel / reell\b / "
    r"i samme grad / i same grad / regular(ly)?\b / when needed / as needed / if necessary / suitable / "
    r"appropriate / sufficient / as soon as possible / where possible / reasonabl[ey] / etc\b / actively / "
    r"close(ly)? cooperat\w*"
)
_DEFINES = stems(
    r"definisjon / definer / ordforklar / begrep / omgrep / menes\b / meiner vi\b / er meint / forstås / "
    r"forstår vi / betyr\b / tyder\b / definition / means\b / is understood / glossary"
)

_NEED_A_READING = frozenset({"count", "meeting", "coverage", "cohort", "share", "baseline", "answer", "staffing"})


def vague_words(agreement: Agreement) -> Iterator[Finding]:
    """Each clause with words that may mean anything, but for those that a clause of the agreement explains."""
    explained = " ".join(_explanations(agreement)).lower()
    for clause in agreement.clauses:
        words = {language: _open_words(text, explained) for language, text in clause.text.items()}
        if any(words.values()):
            yield Finding(
                "vague_word", clause.ref, values={"words": {key: each for key, each in words.items() if each}}
            )


def _open_words(text: str, explained: str) -> tuple[str, ...]:
    return tuple(word for word in found_in(text, VAGUE) if word not in explained)


def _explanations(agreement: Agreement) -> Iterator[str]:
    for clause in agreement.clauses:
        yield from _explaining(clause)


def _explaining(clause: Clause) -> Iterator[str]:
    """All of a clause under the heading of definitions; elsewhere the sentences that say what is meant."""
    if _DEFINES.search(heading(clause)):
        yield body(clause)
    else:
        yield from (sentence for sentence in sentences(clause) if _DEFINES.search(sentence))


def rules_without_reading(agreement: Agreement) -> Iterator[Finding]:
    """Each commitment that is counted or measured although nobody has written how: what is a visit, which year?"""
    for clause in agreement.clauses:
        for commitment in clause.commitments:
            if commitment.reading is None and commitment.rule in _NEED_A_READING:
                yield Finding("no_reading", clause.ref, commitment.id, {"rule": commitment.rule})
