"""What the parties say: judgements, exceptions, disputes, baselines, measurements. Services, as in `services.py`."""

from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import transaction

from politikontakt.core.records.references import is_subject
from politikontakt.modules.access.errors import EndsBeforeItBegins, UnknownWord
from politikontakt.modules.access.writes import Write
from politikontakt.modules.agreements import notices
from politikontakt.modules.agreements.errors import (
    AlreadyAccepted,
    AlreadySettled,
    BandBackwards,
    NoSuchCommitment,
    NoSuchSubject,
)
from politikontakt.modules.agreements.models import Baseline, Dispute, Exemption, Judgement, Measurement
from politikontakt.modules.agreements.queries import agreement_with
from politikontakt.modules.audit.actors import Actor
from politikontakt.modules.directory.models import Place

FINDINGS = ("kept", "partly", "not_kept")
EXEMPTION_KINDS = ("waived", "excused")


@transaction.atomic
def judge_commitment(
    *, key: UUID, commitment: str, party: str, period_first: date, finding: str, by: Actor, today: date
) -> Judgement:
    """Store what a party finds of a period, today. The period is named by its first day in force."""
    _check(commitment, party)
    if finding not in FINDINGS:
        raise UnknownWord(word=finding)
    fields = {"commitment": commitment, "party": party, "period_first": period_first, "finding": finding}
    write = Write(key, "agreements.judge_commitment", by, {**fields, "judged_on": today})
    if write.repeated:
        return write.first(Judgement)
    return write.done(write.add(Judgement, judged_on=today, **fields))


@transaction.atomic
def ask_exemption(
    *,
    key: UUID,
    commitment: str,
    party: str,
    first: date,
    last: date,
    kind: str,
    reason: str,
    by: Actor,
    today: date,
    subject: str = "",
) -> Exemption:
    """Ask that a promise rests on some days. The asking party has accepted with that; the others are told."""
    _check(commitment, party, subject)
    if kind not in EXEMPTION_KINDS:
        raise UnknownWord(word=kind)
    if last < first:
        raise EndsBeforeItBegins(first=first, last=last)
    fields = {"commitment": commitment, "subject": subject, "first": first, "last": last, "kind": kind}
    write = Write(key, "agreements.ask_exemption", by, {**fields, "reason": reason, "party": party})
    if write.repeated:
        return write.first(Exemption)
    exemption = write.add(Exemption, **fields, reason=reason, accepted_by=(party,))
    notices.tell_others("exemption_asked", party, commitment=commitment, today=today)
    return write.done(exemption)


@transaction.atomic
def accept_exemption(*, key: UUID, exemption: Exemption, party: str, by: Actor) -> Exemption:
    """Accept an exception on behalf of a party. It holds once every party it is owed to has."""
    _check(exemption.commitment, party)
    write = Write(key, "agreements.accept_exemption", by, {"row": exemption.pk, "party": party})
    if write.repeated:
        return write.first(Exemption)
    if party in exemption.accepted_by:
        raise AlreadyAccepted(party=party)
    return write.done(write.correct(exemption, accepted_by=(*exemption.accepted_by, party)))


@transaction.atomic
def open_dispute(
    *,
    key: UUID,
    commitment: str,
    party: str,
    reason: str,
    by: Actor,
    today: date,
    subject: str = "",
    period_first: date | None = None,
) -> Dispute:
    """Say that a party disagrees with a verdict. It shows as disputed from today until it is settled."""
    _check(commitment, party, subject)
    fields = {"commitment": commitment, "party": party, "subject": subject, "period_first": period_first}
    body = {**fields, "reason": reason, "opened_on": today}
    write = Write(key, "agreements.open_dispute", by, body)
    if write.repeated:
        return write.first(Dispute)
    dispute = write.add(Dispute, **body)
    notices.tell_others("dispute_opened", party, commitment=commitment, today=today)
    return write.done(dispute)


@transaction.atomic
def settle_dispute(*, key: UUID, dispute: Dispute, by: Actor, today: date) -> Dispute:
    """Say that a dispute is settled; from today the standing shows again."""
    write = Write(key, "agreements.settle_dispute", by, {"row": dispute.pk, "settled_on": today})
    if write.repeated:
        return write.first(Dispute)
    if dispute.settled_on:
        raise AlreadySettled(on=dispute.settled_on)
    return write.done(write.correct(dispute, settled_on=today))


@transaction.atomic
def lock_baseline(
    *,
    key: UUID,
    indicator: str,
    period_first: date,
    period_last: date,
    value: Fraction,
    locked_on: date,
    by: Actor,
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> Baseline:
    """Store the level before the agreement, locked on a day. A later one does not take its place; both stand."""
    fields = _measured(indicator, period_first, period_last, value, low, high)
    write = Write(key, "agreements.lock_baseline", by, {**fields, "locked_on": locked_on})
    if write.repeated:
        return write.first(Baseline)
    return write.done(write.add(Baseline, **fields, locked_on=locked_on))


@transaction.atomic
def measure(
    *,
    key: UUID,
    indicator: str,
    period_first: date,
    period_last: date,
    value: Fraction,
    by: Actor,
    low: Fraction | None = None,
    high: Fraction | None = None,
) -> Measurement:
    """Store a measured value of a period; the newest row of a period holds."""
    fields = _measured(indicator, period_first, period_last, value, low, high)
    write = Write(key, "agreements.measure", by, fields)
    if write.repeated:
        return write.first(Measurement)
    return write.done(write.add(Measurement, **fields))


def _check(commitment: str, party: str, subject: str = "") -> None:
    agreement = agreement_with(commitment)
    if agreement is None:
        raise NoSuchCommitment(name=commitment)
    if party not in {each.id for each in agreement.parties}:
        raise NoSuchCommitment(name=party)
    if subject and not is_subject(subject, agreement, commitment, Place.current.values_list("ref", flat=True)):
        raise NoSuchSubject(name=subject)


def _measured(
    indicator: str, first: date, last: date, value: Fraction, low: Fraction | None, high: Fraction | None
) -> dict[str, object]:
    if last < first:
        raise EndsBeforeItBegins(first=first, last=last)
    if (low is not None and low > value) or (high is not None and high < value):
        raise BandBackwards(low=low, value=value, high=high)
    return {
        "indicator": indicator,
        "period_first": first,
        "period_last": last,
        "value": value,
        "low": low,
        "high": high,
    }
