"""Asking the planner and saying yes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from politikontakt.modules.access.models import Person
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.agreements.queries import agreement_on
from politikontakt.modules.audit.actors import SYSTEM
from politikontakt.modules.compliance.queries import verdicts
from politikontakt.modules.planning.effects import effects
from politikontakt.modules.planning.errors import RunBetter, RunEnded, RunStale
from politikontakt.modules.planning.launching import launch
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.queries import run_with
from politikontakt.modules.planning.rows import from_json
from politikontakt.modules.planning.services import SILENCE, accept, ask_plan, ask_replan, discard
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


def test_a_plan_that_got_better_while_it_was_looked_at_must_be_looked_at_again(plannable):
    run = ask_plan(key=key(), **SPRING)
    seen = run.answer
    Run.objects.filter(pk=run.pk).update(rows=run.rows[:-1])

    with pytest.raises(RunBetter):
        accept(key=key(), run=run, by=SYSTEM, today=TODAY, looked_at=seen)

    assert Activity.current.count() == 0


def silent(run: Run, state: str) -> Run:
    """The run as its process left it when it was killed."""
    Run.objects.filter(pk=run.pk).update(state=state, heard_at=timezone.now() - SILENCE - timedelta(seconds=1))
    found = run_with(str(run.key))
    assert found is not None
    return found


def test_a_run_whose_process_died_has_failed(plannable):
    assert silent(ask_plan(key=key(), **SPRING), Run.WAITING).state == Run.FAILED


def test_a_plan_that_was_found_before_the_process_died_can_still_be_accepted(plannable):
    run = silent(ask_plan(key=key(), **SPRING), Run.FIRST)

    accept(key=key(), run=run, by=SYSTEM, today=TODAY)

    assert Activity.current.filter(status="planned").count() == 16


def test_a_run_that_no_process_could_be_started_for_has_failed(
    plannable, settings, monkeypatch, django_capture_on_commit_callbacks
):
    run = ask_plan(key=key(), **SPRING)
    Run.objects.filter(pk=run.pk).update(state=Run.WAITING)
    settings.PLANNING_INLINE = False

    def no_more_processes(*_command: object, **_how: object) -> None:
        raise OSError("Cannot allocate memory")

    monkeypatch.setattr("politikontakt.modules.planning.launching.subprocess.Popen", no_more_processes)
    with django_capture_on_commit_callbacks(execute=True):
        launch(run)

    assert run_with(str(run.key)).state == Run.FAILED


def test_what_finds_no_room_is_explained(plannable):
    """Two contacts who are both away all spring leave every visit without people."""
    from politikontakt.modules.directory.services import note_absence

    for ref in ("berit", "ola"):
        person = Person.current.get(ref=ref)
        note_absence(key=key(), person=person, first=date(2018, 3, 1), last=date(2018, 7, 31), by=SYSTEM)

    run = ask_plan(key=key(), **SPRING)

    assert (run.rows, run.report["promised_short"]) == ([], 16)
    assert {code for each in run.report["not_placed"] for code in each["conflict"]} == {
        "availability:berit/2018-03-01",
        "availability:ola/2018-03-01",
    }


def test_what_a_plan_does_to_the_promises_is_told_before_it_is_accepted(plannable):
    run = ask_plan(key=key(), **SPRING)
    agreement = agreement_on(TODAY).content

    found = effects(agreement, [from_json(each) for each in run.rows], TODAY)

    told = [
        (each.commitment, each.subject, each.before.forecast.planned, each.after.forecast.planned) for each in found
    ]
    assert ("P12b", "vikhammer-us", 0, 8) in told
    accept(key=key(), run=run, by=SYSTEM, today=TODAY)
    stands = {each.subject: each.standing for each in verdicts(agreement, TODAY, commitments=["P12b"])}
    assert {each.subject: each.after.verdict.standing for each in found if each.commitment == "P12b"} == stands


def test_a_plan_that_changes_no_promise_has_no_effects(plannable):
    assert list(effects(agreement_on(TODAY).content, [], TODAY)) == []
