"""What comes of many runs. Plain values, so that they can be passed between processes."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Story:
    """The first run in which something was wrong, told so short that it can be read."""

    seed: int
    kind: str
    told: tuple[str, ...]
    wrong: tuple[str, ...]

    def __str__(self) -> str:
        steps = [f"  {at}. {each}" for at, each in enumerate(self.told, 1)]
        wrong = [f"  → {each}" for each in self.wrong]
        return "\n".join([f"seed {self.seed}: {self.kind}", *steps, "  then all is sent and answered", *wrong])


@dataclass(frozen=True)
class Tally:
    """How many runs there were, and in how many of them what was wrong."""

    runs: int = 0
    lost: int = 0
    doubled: int = 0
    wrong: int = 0
    first: Story | None = None
    happened: Counter[str] = field(default_factory=Counter)
    """How often each step was taken, each answer heard, each fault met."""

    def __add__(self, other: "Tally") -> "Tally":
        stories = [each.first for each in (self, other) if each.first]
        counted = (getattr(self, each) + getattr(other, each) for each in ("runs", "lost", "doubled", "wrong"))
        first = min(stories, key=lambda each: each.seed, default=None)
        return Tally(*counted, first=first, happened=self.happened + other.happened)

    def __str__(self) -> str:
        return f"{self.runs} runs, {self.lost} lost, {self.doubled} doubled"
