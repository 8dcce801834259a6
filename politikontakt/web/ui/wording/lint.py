"""What an agreement leaves open, why that matters, and the question its parties should answer.

The question is a slot for the parties' own words; we write no terms for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from politikontakt.core.agreement.lint.finding import Finding
from politikontakt.core.agreement.model import Agreement
from politikontakt.web.ui.wording import dates
from politikontakt.web.ui.wording.codes import joined_and, role_title
from politikontakt.web.ui.wording.periods import period
from politikontakt.web.ui.wording.rules import name as rule_name
from politikontakt.web.ui.wording.texts import in_language


@dataclass(frozen=True, slots=True)
class LintWords:
    """What is open, why it matters, and what to agree on: a sentence or two each."""

    what: str
    why: str
    ask: str


FINDINGS: Mapping[str, tuple[Promise, Promise, Promise]] = {
    "vague_word": (
        _("The clause has words that are explained nowhere in the agreement: %(words)s."),
        _("Two people read them in two ways, and both may be right when it comes to judging."),
        _("What shall the words mean here, in numbers, days or examples?"),
    ),
    "no_reading": (
        _("Nobody has written how the parties read this promise (%(rule)s)."),
        _("What counts, in which year and how long it must last decide whether it is kept."),
        _("What counts, what does not, and which year or quarter is meant?"),
    ),
    "no_rule": (
        _("The clause commits nobody to anything that can be judged."),
        _("It will be shown as not measured for as long as the agreement lasts."),
        _("Who owes what, by when, and how will the parties see that it is done?"),
    ),
    "no_baseline": (
        _("The clause compares with before, and no clause says what before was."),
        _("Without a level that both have locked, nobody can say whether it is more."),
        _("Which figures, from which months, are the baseline, and who keeps them?"),
    ),
    "no_evaluation": (
        _("No clause speaks of evaluation."),
        _("When the agreement ends, the parties will not know what it was worth."),
        _("Who evaluates, when, and with which questions?"),
    ),
    "evaluation_not_owed": (
        _("Evaluation is spoken of, but no party owes it."),
        _("What nobody owes is late without anybody being late."),
        _("Which party makes the evaluation plan, and by which day?"),
    ),
    "nobody_calls": (
        _("Meetings are promised, and nobody has the task of calling them."),
        _("A meeting that nobody calls is not held, and then both parties have broken the promise."),
        _("Which role calls the meetings, and how long before?"),
    ),
    "nobody_writes_minutes": (
        _("Meetings are promised, and nobody has the task of writing the minutes."),
        _("Without minutes nobody can show who was there and what was decided."),
        _("Which role writes the minutes, and who approves them?"),
    ),
    "no_deputy": (
        _("Promises rest on the role “%(role)s”, and nobody is to step in for it."),
        _("With illness, leave or emergencies the promise is broken from the first day."),
        _("Who is the deputy, and does the deputy's work count?"),
    ),
    "out_of_reach": (
        _("%(required)s days are promised in a period (%(period)s) that has %(days)s to do it on."),
        _("It is broken whatever anybody does."),
        _("What is a number that can be reached also in the shortest period?"),
    ),
    "deadline_before_start": (
        _("The deadline is before the agreement was signed and in force."),
        _("What is older than the agreement does not satisfy it, so it can only be kept late."),
        _("Which day is meant?"),
    ),
    "amendment_without_effect": (
        _("The amendment is valid from %(valid_from)s, after the last period has begun (%(last)s)."),
        _("An amendment holds for periods that begin on its day or later, so this one changes nothing."),
        _("Should it be valid from an earlier day?"),
    ),
    "owes_nothing": (
        _("%(party)s has signed and owes nothing that can be judged."),
        _("An agreement in which one party only receives is not mutual, and is trusted less."),
        _("What does %(party)s do for the others to be able to keep their promises?"),
    ),
    "leans": (
        _("The duties lean: %(side)s has %(owed)s of %(total)s commitments."),
        _("A tool that measures one side only will not be trusted by it."),
        _("Which duties are taken for granted, such as inviting, taking part and making places ready?"),
    ),
    "county_schools": (
        _("The promise reaches upper secondary schools, and the county, which owns them, is not a party."),
        _("The schools have not agreed to receive anybody, and the municipality can't promise it for them."),
        _("Does the county join, or is the promise for the municipality's own schools?"),
    ),
    "breach": (
        _("No clause says what happens when a promise is broken."),
        _("Then a broken promise leads to nothing, or to a quarrel about what it leads to."),
        _("Who raises it, where is it treated, and what may follow?"),
    ),
    "vacancy": (
        _("No clause says what happens when a post is empty."),
        _("People move on within a few years, and the promises are for longer."),
        _("How soon is the post filled, and what holds meanwhile?"),
    ),
    "dispute": (
        _("No clause says what happens when the parties disagree."),
        _("A figure that is disputed stays disputed when nobody has the last word."),
        _("Who tries to settle it, and who decides when they can't?"),
    ),
    "privacy": (
        _("No clause speaks of privacy or the duty of secrecy."),
        _("Police and municipality may not share the same things, and people will ask what is shared."),
        _("What is never shared, and who watches over it?"),
    ),
    "renewal": (
        _("No clause says what happens before the agreement ends."),
        _("Agreements run out unseen, and then there are weeks without one."),
        _("How long before the end do the parties meet on going on, and who calls them?"),
    ),
    "costs": (
        _("No clause says who pays for what."),
        _("Rooms, travel and hours cost money, and the one who did not expect it withdraws."),
        _("Who bears which costs?"),
    ),
    "reporting": (
        _("No clause says how and how often it is reported."),
        _("What is not reported is not seen by those who decide on the money and the people."),
        _("Who reports to whom, in which form and how often?"),
    ),
    "change": (
        _("No clause says how the agreement is changed."),
        _("Changes made in talks are remembered in two ways."),
        _("Who can agree on a change, and where is it written?"),
    ),
    "end": (
        _("No clause says how a party leaves the agreement before its time."),
        _("A party that must leave will then break it instead."),
        _("With how long a notice, and what happens to what has begun?"),
    ),
}

_SIDES: Mapping[object, Promise] = {
    "municipality": pgettext_lazy("side of an agreement", "the municipality"),
    "police": pgettext_lazy("side of an agreement", "the police"),
}


def lint_words(finding: Finding, agreement: Agreement) -> LintWords:
    """A finding in the active language."""
    values = {key: _as_text(key, value, agreement) for key, value in finding.values.items()}
    what, why, ask = (str(each) % values for each in FINDINGS[finding.code])
    return LintWords(what, why, ask)


def _as_text(key: str, value: object, agreement: Agreement) -> str:
    if key == "words" and isinstance(value, dict):
        return joined_and([f"«{word}»" for word in in_language(value)])
    writers = {
        "role": lambda: role_title(agreement, str(value)),
        "rule": lambda: rule_name(str(value)).lower(),
        "side": lambda: str(_SIDES[value]),
        "period": lambda: period(str(value)),
        "valid_from": lambda: dates.day(value),  # type: ignore[arg-type]
        "last": lambda: dates.day(value),  # type: ignore[arg-type]
    }
    return str(writers.get(key, lambda: value)())
