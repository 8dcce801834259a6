"""Asking the planner and saying yes."""

from datetime import date

import pytest

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance.queries import verdicts
from politikontakt.modules.planning.errors import RunEnded, RunStale
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.services import accept, ask_plan, ask_replan, discard
from tests import factories
from tests.factories import TODAY, key

SPRING = {"first": date(2018, 3, 16), "last": date(2018, 7, 31), "by": SYSTEM}


def standings() -> set[str]:
    agreement = agreement_on(TODAY).content
    return {each.standing for each in verdicts(agreement, TODAY, commitments=["P12b"])}


def test_a_plan_proposes_what_is_missing_and_changes_nothing(plannable):
    run = ask_plan(key=key(), **SPRING)

    assert (run.state, run.report["promised_short"], len(run.rows)) == (Run.READY, 0, 16)
    assert Activity.current.count() == 0


def test_an_accepted_plan_puts_every_promise_on_track(plannable):
    run = ask_plan(key=key(), **SPRING)

    accept(key=key(), run=run, by=SYSTEM, today=TODAY)

    assert Activity.current.filter(status="planned").count() == 16
    assert standings() == {"on_track"}


def test_accepting_twice_stores_once(plannable):
    run, once = ask_plan(key=key(), **SPRING), key()

    accept(key=once, run=run, by=SYSTEM, today=TODAY)
    accept(key=once, run=run, by=SYSTEM, today=TODAY)

    assert Activity.objects.count() == 16


def test_some_rows_can_be_accepted_and_the_rest_dropped(plannable):
    run = ask_plan(key=key(), **SPRING)
    some = [row["id"] for row in run.rows[:3]]

    stored = accept(key=key(), run=run, by=SYSTEM, today=TODAY, only=some)

    assert sorted(each.ref for each in stored) == sorted(some)
    assert Activity.current.count() == 3


def test_a_plan_laid_before_the_record_changed_is_refused(plannable):
    run = ask_plan(key=key(), **SPRING)
    factories.visit(date(2018, 3, 14), at="vikhammer-us", by="berit")

    with pytest.raises(RunStale):
        accept(key=key(), run=run, by=SYSTEM, today=TODAY)

    assert Activity.current.filter(status="planned").count() == 0


def test_a_discarded_plan_can_not_be_accepted(plannable):
    run = ask_plan(key=key(), **SPRING)
    discard(run=run)

    with pytest.raises(RunEnded):
        accept(key=key(), run=run, by=SYSTEM, today=TODAY)


def test_a_lost_day_moves_only_what_lay_on_it(plannable):
    accept(key=key(), run=ask_plan(key=key(), **SPRING), by=SYSTEM, today=TODAY)
    hit = Activity.current.filter(status="planned").order_by("happened_on").first()
    person = hit.takers_part.first().person
    lost = [(person, hit.happened_on, hit.happened_on)]
    on_that_day = Activity.current.filter(happened_on=hit.happened_on, people=person).count()

    run = ask_replan(key=key(), lost=lost, **SPRING)

    assert [move["id"] for move in run.moves if move["to"] is None] == []
    assert len(run.moves) == on_that_day
    accept(key=key(), run=run, by=SYSTEM, today=TODAY)
    assert Activity.current.filter(status="planned").count() == 16
    assert standings() == {"on_track"}


def test_without_settings_the_run_says_what_is_missing(in_malvik):
    run = ask_plan(key=key(), **SPRING)

    assert (run.state, run.faults) == (Run.FAILED, [{"refused": "no_settings"}])


def test_the_same_key_asks_once(plannable):
    once = key()

    first, second = ask_plan(key=once, **SPRING), ask_plan(key=once, **SPRING)

    assert (first.pk, Run.objects.count()) == (second.pk, 1)


def test_a_contact_who_is_away_all_spring_is_given_nothing(plannable):
    from politikontakt.modules.directory.services import note_absence

    ola = Person.current.get(ref="ola")
    note_absence(key=key(), person=ola, first=date(2018, 3, 1), last=date(2018, 7, 31), by=SYSTEM)

    run = ask_plan(key=key(), **SPRING)

    assert {person for row in run.rows for person in row["people"]} == {"berit"}
