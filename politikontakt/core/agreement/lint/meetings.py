"""Meetings that nobody calls or writes down, and roles that nobody stands in for."""

import re
from collections.abc import Iterator

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.lint.words import heading, speaks_of, stems
from politikontakt.core.agreement.model import Agreement, Clause, Commitment, Role

_CALLS = stems(
    r"innkall\w* / kall(e|er|ar|es|ast)\b / inviter / innbyd / møteleder / møteleiar / convene / "
    r"call(s|ed)? (the )?meeting / invit(e|ation)"
)
_MINUTES = stems(r"referat / møtereferat / protokoll / møtebok / sekretær / minutes\b(?! spent) / secretary")
_DEPUTY = stems(
    r"stedfortred / stadfortred / vikar / varaperson / nestleder / nestleiar / avløs / reserve\b / deput / "
    r"substitut / stand[- ]in / step(s)? in for"
)
_MEETS = stems(r"\w*møte / politiråd / råd(et)?\b / meeting / council")


def nobody_calls(agreement: Agreement) -> Iterator[Finding]:
    """Meetings are promised, and no clause says who calls them."""
    yield from _first_meeting_without(agreement, _CALLS, "nobody_calls")


def nobody_writes_minutes(agreement: Agreement) -> Iterator[Finding]:
    """Meetings are promised, and no clause says who writes the minutes."""
    yield from _first_meeting_without(agreement, _MINUTES, "nobody_writes_minutes")


def _first_meeting_without(agreement: Agreement, subject: re.Pattern[str], code: str) -> Iterator[Finding]:
    meetings = [clause for clause in agreement.clauses if _is_about_meetings(clause)]
    if meetings and not speaks_of(agreement, subject):
        yield Finding(code, meetings[0].ref)


def _is_about_meetings(clause: Clause) -> bool:
    return any(each.rule == "meeting" for each in clause.commitments) or bool(_MEETS.search(heading(clause)))


def no_deputy(agreement: Agreement) -> Iterator[Finding]:
    """Promises rest on people in a role, and neither a clause nor a role says who steps in for them."""
    if speaks_of(agreement, _DEPUTY) or any(_is_deputy(role) for role in agreement.roles):
        return
    for clause in agreement.clauses:
        for commitment in clause.commitments:
            if roles_needed(commitment):
                yield Finding("no_deputy", clause.ref, commitment.id, {"role": roles_needed(commitment)[0]})
                return


def _is_deputy(role: Role) -> bool:
    return bool(_DEPUTY.search(f"{role.id.replace('_', ' ')} {' '.join(role.title.values())}"))


def roles_needed(commitment: Commitment) -> tuple[str, ...]:
    """The roles that a commitment can't be kept without."""
    single = (getattr(commitment.terms, name, None) for name in ("role", "by_role"))
    present = (role for role, _many in getattr(commitment.terms, "present", ()))
    return tuple(role for role in (*single, *present) if role)
