"""Carrying out a run: the first plan at once, the proven one when it comes. Done outside any request."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from threading import Event, Thread
from time import monotonic
from typing import Any

from django.db import close_old_connections, connection
from django.utils import timezone

from politikontakt import __version__
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput
from politikontakt.core.planner import check
from politikontakt.core.planner.conflicts import explained
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.model import Problem, Solution
from politikontakt.core.planner.moves import moves
from politikontakt.core.planner.report import Asked, Exactly, report
from politikontakt.core.planner.rows import changed_rows, in_order, new_rows, timed
from politikontakt.core.planner.solve import plan
from politikontakt.core.planner.solve.first import first_plan
from politikontakt.core.planner.solve.replan import first_answer
from politikontakt.core.records.model import Records
from politikontakt.modules.access.errors import Refused
from politikontakt.modules.access.tenants import within
from politikontakt.modules.audit.queries import state
from politikontakt.modules.planning.inputs import inputs
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.rows import as_json

HEARD_EVERY = 5.0
"""Seconds between two signs of life."""
HEARTBEAT = 1.0
"""Seconds between two looks at whether somebody asked the run to stop."""


def carry_out(run: Run) -> None:
    """Do the whole run in the open scope. What goes wrong is kept with the run, in words that help."""
    try:
        _plan(run)
    except FaultyInput as faulty:
        faults = [{**_plain(vars_of(each)), "values": _plain(dict(each.values))} for each in faulty.faults]
        _keep(run, state=Run.FAILED, faults=faults)
    except Refused as refused:
        _keep(run, state=Run.FAILED, faults=[{"refused": refused.code}])
    except Exception:
        _keep(run, state=Run.READY if Run.objects.filter(pk=run.pk, state=Run.FIRST).exists() else Run.FAILED)
        raise


def _plan(run: Run) -> None:
    began, days = monotonic(), DayRange(run.first, run.last)
    then = state()
    source = inputs(days)
    lost = [Lost(each["person"], DayRange(_day(each["first"]), _day(each["last"]))) for each in run.lost]
    problem = source.problem(days, lost=lost, replan=run.kind == Run.REPLAN)
    _keep(run, state_then=then)
    at_once = first_plan if run.kind == Run.PLAN else first_answer
    quick = Solution(plan=at_once(problem), stopped=True)
    _answer(run, problem, quick, source.records, began, state=Run.FIRST)
    solution = plan(problem, seed=run.seed, stop=_stop(run, began))
    _answer(run, problem, solution, source.records, began, state=Run.FIRST)
    _answer(run, problem, explained(problem, solution, _stop(run, began)), source.records, began, state=Run.READY)


def _answer(run: Run, problem: Problem, solution: Solution, records: Records, began: float, *, state: str) -> None:
    """Keep a plan that breaks no hard rule; one that does is a fault of ours and counts as none."""
    found = timed(problem, solution.plan)
    broken = check.faults(problem, found)
    if broken:
        raise RuntimeError(f"the plan breaks hard rules: {[each.code for each in broken[:5]]}")
    seconds = monotonic() - began
    asked = Asked(version=__version__, first=run.first, last=run.last, seconds=seconds, replan=run.kind == Run.REPLAN)
    rows = [*changed_rows(problem, found, records), *new_rows(problem, found, records)]
    _keep(
        run,
        state=state,
        seconds=seconds,
        rows=[as_json(row) for row in sorted(rows, key=in_order)],
        moves=_plain(moves(problem, found)),
        report=_plain(report(problem, solution, asked)),
    )


def _stop(run: Run, began: float) -> Callable[[], bool]:
    """Whether the run shall end: its time is up, or somebody asked. Asks the database once a second at most."""
    heard, asked = monotonic(), False

    def stop() -> bool:
        nonlocal heard, asked
        now = monotonic()
        if now - began > run.seconds_at_most:
            return True
        if now - heard > HEARTBEAT:
            heard = now
            _keep(run, seconds=now - began)
            asked = Run.objects.filter(pk=run.pk, stop_asked=True).exists()
        return asked

    return stop


def _keep(run: Run, **fields: Any) -> None:
    """Store how far the run has come, unless somebody has discarded it in the meantime."""
    if not connection.in_atomic_block:  # a run done on the spot stands in its caller's transaction
        close_old_connections()
    Run.objects.filter(pk=run.pk).exclude(state__in=[Run.ACCEPTED, Run.DISCARDED]).update(
        heard_at=timezone.now(), **fields
    )


@contextmanager
def heard(run: Run) -> Iterator[None]:
    """Tell every few seconds that the run's process lives, also while the solver answers nobody."""
    over = Event()

    def tell() -> None:
        while not over.wait(HEARD_EVERY):
            with within(run.municipality):
                Run.objects.filter(pk=run.pk).update(heard_at=timezone.now())

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()


def _day(text: str) -> date:
    return date.fromisoformat(text)


def vars_of(fault: Any) -> dict[str, Any]:
    """A fault's fields but its values."""
    return {"code": fault.code, "file": fault.file, "line": fault.line, "key": fault.key}


def _plain(content: Any) -> Any:
    """Content as JSON can hold it: exact numbers as numbers, days as text."""
    return json.loads(json.dumps(content, default=lambda each: float(each) if isinstance(each, Exactly) else str(each)))
