"""Playing a run: the steps of a seed, then quiet, then the checks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from random import Random

from politikontakt.modules.compliance.queries import forget
from tests.simulator import happening, writing
from tests.simulator.checks import faults
from tests.simulator.findings import Finding
from tests.simulator.quiet import quieten
from tests.simulator.scene import Scene
from tests.simulator.steps import STEPS, Step, do
from tests.simulator.town import STARTS, Town

SUBJECTS = (happening, writing)
"""Importing them enters their steps."""
NAMES = tuple(STEPS)
WEIGHTS = tuple(accumulate(weight for weight, _ in STEPS.values()))
FEWEST, MOST = 3, 12
TRIES = 12
"""A step is drawn anew so many times while it has nothing to do."""
NUMBERS = 3
EVERYBODY_LOOKS = 4
"""In one of so many runs every phone fetches what it shows; else one does, for it costs as much as all the rest."""


@dataclass(frozen=True)
class Run:
    """What is played: how many phones, from which start, and the steps."""

    seed: int
    phones: int
    start: int
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What came of it: what is wrong, what happened in words, by which steps, and how often what was answered."""

    findings: tuple[Finding, ...]
    told: tuple[str, ...]
    run: Run
    answers: Counter[tuple[int, str]]
    happened: Counter[str]

    def has(self, kind: str) -> bool:
        """Whether something of a kind is wrong."""
        return any(each.kind == kind for each in self.findings)


def improvise(town: Town, seed: int) -> Outcome:
    """Play the run of a seed, always the same: step by step one that has something to do is drawn."""
    random = Random(seed)
    run = Run(seed, random.choice((1, 2, 2, 3, 3)), random.randrange(len(STARTS)))

    def steps(scene: Scene) -> Iterator[tuple[Step, str]]:
        for _ in range(random.randint(FEWEST, MOST)):
            drawn = (_draw(random) for _ in range(TRIES))
            yield from islice(((each, told) for each in drawn if (told := do(scene, each))), 1)

    return _played(town, run, steps)


def play(town: Town, run: Run) -> Outcome:
    """Play a run's steps as they are; those that now have nothing to do are no longer in the outcome's run."""
    return _played(town, run, lambda scene: ((each, do(scene, each)) for each in run.steps))


def _played(town: Town, run: Run, steps: Callable[[Scene], Iterable[tuple[Step, str]]]) -> Outcome:
    """On the town as it was built, whatever the run before has left."""
    forget()
    town.database.restore()
    scene = Scene(town, run.phones, run.start)
    done = [(each, told) for each, told in steps(scene) if told]
    quieten(scene, everybody_looks=run.seed % EVERYBODY_LOOKS == 0)
    run = replace(run, steps=tuple(each for each, _ in done))
    happened = scene.happened + Counter(each.name for each in run.steps)
    return Outcome(tuple(faults(scene)), tuple(told for _, told in done), run, scene.answers, happened)


def _draw(random: Random) -> Step:
    (name,) = random.choices(NAMES, cum_weights=WEIGHTS)
    return Step(name, tuple(random.randrange(1 << 16) for _ in range(NUMBERS)))


def without(run: Run, left_out: int) -> Run:
    """The run without one of its steps."""
    return replace(run, steps=run.steps[:left_out] + run.steps[left_out + 1 :])
