"""Many runs, counted: how many lost something, how many doubled something, and the story of the first."""

import gc
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tests.simulator.counted import Story, Tally
from tests.simulator.planting import planted
from tests.simulator.playing import Outcome, improvise
from tests.simulator.reducing import reduced
from tests.simulator.town import Town

SWEPT_EACH = 200
"""Garbage is swept between so many runs, for looking for it all the time takes a tenth of the time."""
GRAVEST = ("doubled", "lost", "unaudited", "disagreeing", "hidden", "answered")


def tally(town: Town, seeds: Iterable[int], *, breaking: str | None = None, until: str = "") -> Tally:
    """Play the runs of some seeds with a planted fault or none; `until` the first story is of this kind."""
    counted = Tally()
    with planted(breaking), _swept_now_and_then():
        for seed in seeds:
            counted += _one(town, seed, counted.first is None, until)
            if counted.runs % SWEPT_EACH == 0:
                gc.collect()
            if until and counted.first:
                break
    return counted


@contextmanager
def _swept_now_and_then() -> Iterator[None]:
    """Garbage is not looked for within, but where it is asked for; afterwards it is again, whatever went wrong."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _one(town: Town, seed: int, first: bool, kind: str) -> Tally:
    outcome = _improvised(town, seed)
    answered = Counter({f"{status} {code}".rstrip(): times for (status, code), times in outcome.answers.items()})
    happened = outcome.happened + answered
    if not outcome.findings:
        return Tally(runs=1, happened=happened)
    tellable = first and (not kind or outcome.has(kind))
    story = _story(town, outcome, kind) if tellable else None
    return Tally(1, int(outcome.has("lost")), int(outcome.has("doubled")), 1, story, happened)


def _improvised(town: Town, seed: int) -> Outcome:
    try:
        return improvise(town, seed)
    except Exception as fault:
        fault.add_note(f"in the run of seed {seed}")
        raise


def _story(town: Town, outcome: Outcome, kind: str) -> Story:
    kind = kind or next(each for each in GRAVEST if outcome.has(each))
    shortest = reduced(town, outcome.run, kind)
    wrong = tuple(each.what for each in shortest.findings if each.kind == kind)
    return Story(outcome.run.seed, kind, shortest.told, wrong)
