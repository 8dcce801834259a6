"""Many runs, counted: how many lost something, how many doubled something, and the story of the first."""

import gc
from collections.abc import Iterable

from tests.simulator.counted import Story, Tally
from tests.simulator.planting import planted
from tests.simulator.playing import Outcome, Run, invent, play
from tests.simulator.reducing import reduced
from tests.simulator.town import Town

SWEPT_EACH = 200
"""Garbage is swept between so many runs, for looking for it all the time takes a tenth of the time."""
GRAVEST = ("lost", "doubled", "unaudited", "disagreeing", "hidden", "answered")


def tally(town: Town, seeds: Iterable[int], *, breaking: str | None = None, stop: bool = False) -> Tally:
    """Play the runs of some seeds with a planted fault or none; `stop` at the first in which something is wrong."""
    counted = Tally()
    gc.disable()
    with planted(breaking):
        for seed in seeds:
            counted += _one(town, seed, counted.first is None)
            if counted.runs % SWEPT_EACH == 0:
                gc.collect()
            if stop and counted.wrong:
                break
    gc.enable()
    return counted


def _one(town: Town, seed: int, first: bool) -> Tally:
    run = invent(seed)
    outcome = play(town, run)
    if not outcome.findings:
        return Tally(runs=1)
    story = _story(town, run, outcome) if first else None
    return Tally(1, int(outcome.has("lost")), int(outcome.has("doubled")), 1, story)


def _story(town: Town, run: Run, outcome: Outcome) -> Story:
    kind = next(each for each in GRAVEST if outcome.has(each))
    _, shortest = reduced(town, run, kind)
    return Story(run.seed, kind, shortest.told, tuple(each.what for each in shortest.findings if each.kind == kind))
