"""What the parties say: judgements, exceptions, disputes, baselines; and that the other party is told."""

from datetime import date
from fractions import Fraction
from uuid import uuid4

import pytest

from politikontakt.modules.access.errors import EndsBeforeItBegins, NationalIdFound, UnknownWord
from politikontakt.modules.access.models import Role
from politikontakt.modules.access.services import give_role
from politikontakt.modules.agreements import queries
from politikontakt.modules.agreements.errors import (
    AlreadyAccepted,
    AlreadySettled,
    BandBackwards,
    NoSuchCommitment,
)
from politikontakt.modules.agreements.statements import (
    accept_exemption,
    ask_exemption,
    judge_commitment,
    lock_baseline,
    measure,
    open_dispute,
    settle_dispute,
)
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.audit.queries import history_of
from politikontakt.modules.compliance.queries import verdicts
from politikontakt.modules.outbox.models import Message
from politikontakt.modules.outbox.queries import waiting
from tests import factories
from tests.factories import TODAY

JANUARY = {"first": date(2018, 1, 1), "last": date(2018, 1, 31)}


def test_asking_for_an_exception_accepts_it_for_the_own_party(in_malvik):
    exemption = ask()

    assert exemption.accepted_by == ("distrikt",)


def test_accepting_is_a_later_row_with_both_parties(in_malvik):
    asked = ask()

    accepted = accept_exemption(key=uuid4(), exemption=asked, party="kommune", by=SYSTEM)

    assert (accepted.accepted_by, accepted.replaces) == (("distrikt", "kommune"), asked)
    assert list(queries.exemptions(commitment="P12b")) == [accepted]


def test_a_party_accepts_once(in_malvik):
    with pytest.raises(AlreadyAccepted):
        accept_exemption(key=uuid4(), exemption=ask(), party="distrikt", by=SYSTEM)


def test_only_parties_and_commitments_of_the_agreement_can_be_named(in_malvik):
    with pytest.raises(NoSuchCommitment):
        ask(commitment="P99")
    with pytest.raises(NoSuchCommitment):
        ask(party="naboen")


def test_an_exception_is_waived_or_excused_and_ends_after_it_begins(in_malvik):
    with pytest.raises(UnknownWord):
        ask(kind="forgotten")
    with pytest.raises(EndsBeforeItBegins):
        ask(first=date(2018, 2, 1))


def test_the_other_party_is_told_in_the_same_transaction(in_malvik):
    ask(party="distrikt")

    assert [(message.kind, message.to, message.values) for message in waiting()] == [
        ("exemption_asked", "kari@malvik.example", {"commitment": "P12b"})
    ]


def test_asking_twice_with_one_key_tells_once(in_malvik):
    key = uuid4()

    first, second = ask(key=key), ask(key=key)

    assert first == second
    assert Message.objects.count() == 1


def test_those_who_left_the_role_are_not_told(in_malvik):
    ask(today=date(2016, 9, 30))

    assert list(waiting()) == []


def test_one_who_holds_two_roles_is_told_once(in_malvik):
    secretary = Role.objects.get(ref="municipal_director")
    give_role(key=uuid4(), role=secretary, person=factories.person("kari"), since=TODAY, acting=True, by=SYSTEM)

    ask()

    assert len(waiting()) == 1


def test_a_dispute_is_open_until_the_day_before_it_is_settled(in_malvik):
    dispute = dispute_it()
    settle_dispute(key=uuid4(), dispute=dispute, by=SYSTEM, today=date(2018, 3, 20))

    shown = {day: standing_on(date(2018, 3, day)) for day in (14, 15, 19, 20)}
    assert shown == {14: "at_risk", 15: "disputed", 19: "disputed", 20: "at_risk"}


def test_a_dispute_is_settled_once(in_malvik):
    settled = settle_dispute(key=uuid4(), dispute=dispute_it(), by=SYSTEM, today=TODAY)

    with pytest.raises(AlreadySettled):
        settle_dispute(key=uuid4(), dispute=settled, by=SYSTEM, today=TODAY)


def test_a_reason_may_hold_no_national_identity_number(in_malvik):
    with pytest.raises(NationalIdFound):
        dispute_it(reason="Spør 01010750160")
    with pytest.raises(NationalIdFound):
        ask(reason="Spør 01010750160")


def test_each_party_judges_by_itself_and_the_newest_is_first(in_malvik):
    for party, finding in (("kommune", "partly"), ("distrikt", "kept")):
        judge_commitment(
            key=uuid4(),
            commitment="P12b",
            party=party,
            period_first=date(2017, 8, 1),
            finding=finding,
            by=SYSTEM,
            today=TODAY,
        )

    assert [(each.party, each.finding) for each in queries.judgements(commitment="P12b")] == [
        ("distrikt", "kept"),
        ("kommune", "partly"),
    ]


def test_a_finding_is_one_of_three_words(in_malvik):
    with pytest.raises(UnknownWord):
        judge_commitment(
            key=uuid4(),
            commitment="P12b",
            party="kommune",
            period_first=date(2017, 8, 1),
            finding="fine",
            by=SYSTEM,
            today=TODAY,
        )


def test_numbers_are_kept_exactly(in_malvik):
    year = {"indicator": "hours", "period_first": date(2017, 1, 1), "period_last": date(2017, 12, 31)}

    baseline = lock_baseline(key=uuid4(), **year, value=Fraction("0.1"), locked_on=date(2016, 9, 1), by=SYSTEM)
    measured = measure(key=uuid4(), **year, value=Fraction(1, 3), low=Fraction(0), by=SYSTEM)

    baseline.refresh_from_db()
    measured.refresh_from_db()
    assert (baseline.value, baseline.low) == (Fraction(1, 10), None)
    assert (measured.value, measured.low, measured.high) == (Fraction(1, 3), 0, None)


@pytest.mark.parametrize("band", [{"low": Fraction(11)}, {"high": Fraction(9)}])
def test_a_value_lies_within_its_interval(in_malvik, band):
    year = {"indicator": "hours", "period_first": date(2017, 1, 1), "period_last": date(2017, 12, 31)}

    with pytest.raises(BandBackwards):
        measure(key=uuid4(), **year, value=Fraction(10), by=SYSTEM, **band)


def ask(**changed):
    """The district asks that January rests."""
    fields = {
        "key": uuid4(),
        "commitment": "P12b",
        "party": "distrikt",
        "kind": "excused",
        "reason": "Skolen bygger om",
        "by": SYSTEM,
        "today": TODAY,
    }
    return ask_exemption(**{**fields, **JANUARY, **changed})


def dispute_it(reason="Tallet er for lavt"):
    """The municipality disagrees with how visits are counted."""
    return open_dispute(
        key=uuid4(), commitment="P12b", party="kommune", reason=reason, by=SYSTEM, today=TODAY, subject="hommelvik-us"
    )


def test_a_commitment_has_its_history_of_what_the_parties_said(in_malvik):
    exemption = ask()
    accept_exemption(key=uuid4(), exemption=exemption, party="kommune", by=factories.actor("kari"))

    rows = history_of("agreements.exemption", "P12b")

    assert [(row.action, row.actor_name) for row in rows] == [
        ("agreements.accept_exemption", "Kari Moen"),
        ("agreements.ask_exemption", "politikontakt"),
    ]


def standing_on(day):
    """How the disputed promise stands at the school that is disputed, on a day."""
    found = verdicts(queries.agreement_on(day).content, day)
    return next(each.standing.value for each in found if each.subject == "hommelvik-us")
