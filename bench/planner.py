"""The year plan: how good, how soon, and against whom.

    python -m bench planner                       all parts
    python -m bench.planner --only year replan    some: year cpsat rules replan district country

Every plan goes through `check.faults`; one that breaks a rule counts as no plan, and the figure as infinite.
"""

import argparse
import io
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from math import inf
from pathlib import Path
from time import perf_counter, process_time

from bench.instances.sizes import one_municipality
from bench.planner_days import Year
from bench.planner_region import gap_of, nation, region
from bench.planner_rules import RULES, Against, against
from bench.report import Figure
from politikontakt.cli.planning import stop_after
from politikontakt.core.planner.check import faults
from politikontakt.core.planner.laid import moved as is_moved
from politikontakt.core.planner.model import Item, Problem, Solution
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve.first import first_plan
from politikontakt.core.planner.solve.part import Limits
from politikontakt.core.planner.solve.replan import first_answer
from politikontakt.core.planner.solve.run import plan

QUICK = Limits(shakes=300, nodes=5)
QUICKER = Limits(shakes=300, nodes=0, steps=100)
SECONDS = 60.0


@cache
def _year() -> tuple[Problem, Solution, float]:
    problem = one_municipality(1).problem()
    begin = perf_counter()
    found = plan(problem, stop=stop_after(SECONDS))
    return problem, found, perf_counter() - begin


def year() -> Iterator[Figure]:
    """One municipality's school year."""
    problem, found, seconds = _year()
    begin = perf_counter()
    first = first_plan(problem)
    took = perf_counter() - begin
    yield Figure("year: first plan", inf if faults(problem, first) else took, "s", 0.5)
    yield Figure("year: proven gap", gap_of(problem, found), "%", 1.0, f"after {seconds:.0f} s")
    same = layers(problem, found.plan).points
    yield Figure("year: greedy's points ÷ ours", float(layers(problem, first).points / same), "×")


def cpsat() -> Iterator[Figure]:
    """The direct model, from the same first plan and with the same time."""
    problem, found, seconds = _year()
    start = pickle.dumps((problem, first_plan(problem)))
    command = [sys.executable, "-m", "bench.planner_cpsat", str(max(seconds, 1.0))]
    said = subprocess.run(command, input=start, capture_output=True, check=True).stdout.split()
    points, bound = float(said[-2]), float(said[-1])
    theirs = (points - bound) / points * 100
    yield Figure("CP-SAT on the direct model: its own gap", theirs, "%", None, f"same {seconds:.0f} s, two threads")
    yield Figure("our gap ÷ CP-SAT's", gap_of(problem, found) / theirs, "×", 0.2)


def rules(seeds: int = 30) -> Iterator[Figure]:
    """Simple planners on each of 30 seeds, under the same rules. Ours may leave out no more than they do."""
    seen: dict[str, list[Against]] = {name: [] for name in RULES}
    for seed in range(1, seeds + 1):
        begin = process_time()
        problem = one_municipality(seed).problem()
        found = plan(problem, seed=seed, limits=QUICKER)
        for name, rule in RULES.items():
            seen[name].append(against(problem, found, rule(problem)))
        shares = ", ".join(f"{each[-1].ours:.3f} of {name}'s" for name, each in seen.items())
        print(f"    seed {seed}: {shares}; {process_time() - begin:.1f} s of CPU", file=sys.stderr, flush=True)
    for name, limit in (("nearest free slot", 0.5), ("plain cheapest insertion", 0.9)):
        worst, mean = max(each.ours for each in seen[name]), sum(each.ours for each in seen[name]) / seeds
        left_out = sum(each.left_out_more for each in seen[name])
        note = f"mean {mean:.3f}; theirs leaves out more on {left_out}"
        yield Figure(f"our points ÷ {name}'s, worst of {seeds}", worst, "×", limit, note)
        least = min(each.least for each in seen[name])
        yield Figure("  no planner at all can have fewer than, best seed", least, "×", None, "proven bound ÷ theirs")


@dataclass(frozen=True, slots=True)
class Mended:
    """One disturbance and what came of it: rows hit, those of them moved, others moved, what is proven, CPU seconds.

    `gap`: others moved so that an ordinal which was empty before got a row.
    """

    broken: bool
    days: int
    hit: int
    moved: int
    others: int
    gap: bool
    least_left_out: bool
    least_moved: bool
    best: bool
    first: float
    last: float


def replan(count: int = 200) -> Iterator[Figure]:
    """Days lost at random in a planned year."""
    instance = one_municipality(1)
    accepted = plan(instance.problem(), limits=QUICK).plan
    seen = [_mended(each.problem, each.days) for each in Year(instance, accepted).disturbances(count, seed=1)]
    day = [each for each in seen if each.days == 1]
    room = [each for each in day if each.others]
    needless = [each for each in room if not (each.least_left_out and each.least_moved)]
    week = [each for each in seen if each.days == 7]
    yield Figure("replan: rules broken, or done or confirmed rows moved", sum(each.broken for each in seen), "", 0)
    yield Figure("replan: one day, others moved with no proof that they must", len(needless), "", 0)
    gaps = sum(each.gap for each in room)
    note = f"of {len(day)}: {len(room) - gaps} for a hit row that finds no place else, {gaps} for one that was missing"
    yield Figure("replan: one day, others must make room", len(room), "", None, note)
    yield Figure("replan: moved ÷ hit, a week, together", _share_moved(week), "×", 1.1)
    yield Figure("replan: not proven least left out", sum(not each.least_left_out for each in seen), "", 0)
    yield Figure("replan: not proven least moved", sum(not each.least_moved for each in seen), "", 0)
    yield Figure("replan: points not proven best", sum(not each.best for each in seen), "", None, f"of {count}")
    yield Figure("replan: first answer, 95 of 100, CPU", _of_100(95, [each.first for each in seen]) * 1000, "ms", 50)
    yield Figure("replan: proven answer, 95 of 100, CPU", _of_100(95, [each.last for each in seen]), "s", 3.0)


def _share_moved(seen: list[Mended]) -> float:
    return sum(each.moved + each.others for each in seen) / max(1, sum(each.hit for each in seen))


def _mended(problem: Problem, days: int) -> Mended:
    begin = process_time()
    at_once = first_answer(problem)
    first = process_time() - begin
    found = plan(problem)
    last = process_time() - begin - first
    items = {item.key: item for item in problem.items}
    hit = {item.key for item in problem.items if item.old is not None and item.old.hit}
    moved = {each.item for each in found.plan if (old := items[each.item].old) is not None and is_moved(old, each)}
    return Mended(
        broken=bool(faults(problem, found.plan)) or any(_confirmed(items[key]) for key in moved - hit),
        days=days,
        hit=len(hit),
        moved=len(moved & hit),
        others=len(moved - hit),
        gap=bool(moved - hit) and {each.item for each in at_once} >= {each.item for each in found.plan} & hit,
        least_left_out=found.not_placed_proven,
        least_moved=found.moved_proven,
        best=found.bound == layers(problem, found.plan).points,
        first=first,
        last=last,
    )


def _confirmed(item: Item) -> bool:
    return item.old is not None and item.old.confirmed


def _of_100(share: int, values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


def recomputed() -> Iterator[Figure]:
    """The objective in the report against the one worked out again from the files."""
    from bench.recompute import worth
    from politikontakt.cli import main

    instance = one_municipality(1)
    with tempfile.TemporaryDirectory() as folder:
        made = instance.write(Path(folder))
        out = made / "out"
        agreement, records = made / "agreement.toml", made / "records"
        days = ["--from", str(instance.first), "--to", str(instance.last)]
        with redirect_stdout(io.StringIO()):
            main(["plan", str(agreement), str(records), *days, "--out", str(out), "--seconds", "10"])
        again = worth(agreement, records, out, instance.first, instance.last)
        report = (out / "report.json").read_text()
    same = f'"points": {float(again.points):.4f}' in report
    yield Figure("points in the report that differ from the files'", float(not same), "", 0)


PARTS: Mapping[str, Callable[[], Iterator[Figure]]] = {
    "year": year,
    "cpsat": cpsat,
    "recomputed": recomputed,
    "replan": replan,
    "rules": rules,
    "district": region,
    "country": nation,
}


def figures(only: list[str] | None = None) -> Iterator[Figure]:
    """The figures, part by part."""
    for name in only or PARTS:
        yield from PARTS[name]()


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", nargs="*", choices=list(PARTS), default=list(PARTS))
    for figure in figures(asked.parse_args().only):
        print("  " + figure.line(), flush=True)
