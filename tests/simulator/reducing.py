"""From a run in which something is wrong to the shortest in which the same is wrong."""

from tests.simulator.playing import Outcome, Run, play, without
from tests.simulator.town import Town


def reduced(town: Town, run: Run, kind: str) -> Outcome:
    """Leave out one step after the other, as long as something of this kind is still wrong."""
    outcome = play(town, run)
    while shorter := _one_less(town, outcome.run, kind):
        outcome = shorter
    return outcome


def _one_less(town: Town, run: Run, kind: str) -> Outcome | None:
    for at in reversed(range(len(run.steps))):
        outcome = play(town, without(run, at))
        if outcome.has(kind):
            return outcome
    return None
