"""How a benchmark says what it found: a figure, its limit, and whether it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `limit` is the largest value that holds; None = shown for information."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    note: str = ""

    def line(self) -> str:
        """The figure as a line of the table."""
        holds = "" if self.limit is None else ("holds" if self.value <= self.limit else "OVER")
        limit = "" if self.limit is None else f"≤ {self.limit:g}"
        return f"{self.name:<64} {self.value:>10.3f} {self.unit:<8} {limit:<10} {holds:<6} {self.note}".rstrip()


def best(work: Callable[[], object], *, times: int = 5) -> float:
    """The quickest of several runs, in seconds: what the work costs when nothing else disturbs."""
    took = []
    for _ in range(times):
        start = perf_counter()
        work()
        took.append(perf_counter() - start)
    return min(took)
