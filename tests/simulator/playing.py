"""Playing a run: the steps of a seed, then quiet, then the checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from politikontakt.modules.compliance.queries import forget
from tests.simulator import happening, writing
from tests.simulator.checks import faults
from tests.simulator.findings import Finding
from tests.simulator.quiet import quieten
from tests.simulator.scene import Scene
from tests.simulator.steps import STEPS, Step, do
from tests.simulator.town import STARTS, Town, untouched

SUBJECTS = (happening, writing)
FEWEST, MOST = 3, 14
NUMBERS = 3
EVERYBODY_LOOKS = 4
"""In one of so many runs every phone fetches what it shows; else one does, for it costs as much as all the rest."""


@dataclass(frozen=True)
class Run:
    """What is played: how many phones, from which start, and the steps."""

    seed: int
    phones: int
    start: int
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Outcome:
    """What came of it: what is wrong, and what happened, in words."""

    findings: tuple[Finding, ...]
    told: tuple[str, ...]

    def has(self, kind: str) -> bool:
        """Whether something of a kind is wrong."""
        return any(each.kind == kind for each in self.findings)


def invent(seed: int) -> Run:
    """The run of a seed: always the same."""
    random = Random(seed)
    names, weights = list(STEPS), [weight for weight, _ in STEPS.values()]
    chosen = random.choices(names, weights, k=random.randint(FEWEST, MOST))
    steps = tuple(Step(name, tuple(random.randrange(1 << 16) for _ in range(NUMBERS))) for name in chosen)
    return Run(seed, random.choice((1, 2, 2, 2, 3)), random.randrange(len(STARTS)), steps)


def play(town: Town, run: Run) -> Outcome:
    """Play a run on the database, which is as before afterwards."""
    forget()
    with untouched():
        scene = Scene(town, run.phones, run.start)
        told = [do(scene, each) for each in run.steps]
        quieten(scene, everybody_looks=run.seed % EVERYBODY_LOOKS == 0)
        return Outcome(tuple(faults(scene)), tuple(each for each in told if each))


def without(run: Run, left_out: Sequence[int]) -> Run:
    """The run without some of its steps."""
    kept = tuple(each for at, each in enumerate(run.steps) if at not in left_out)
    return Run(run.seed, run.phones, run.start, kept)
