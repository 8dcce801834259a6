"""Many municipalities at once: a district of 25 and a country of 357."""

import sys
from collections.abc import Callable, Iterator
from math import inf
from time import perf_counter, process_time

from bench.instances.sizes import country, district
from bench.report import Figure
from politikontakt.core.planner.check import faults
from politikontakt.core.planner.model import Problem, Solution
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.solve.first import first_plan
from politikontakt.core.planner.solve.part import Limits, Part
from politikontakt.core.planner.solve.run import Progress, Search, Tell
from politikontakt.core.planner.stopping import never

LIMITS = Limits(shakes=300, nodes=10)
EVERY = 10.0
"""Seconds between two lines about how far it is."""


def gap_of(problem: Problem, found: Solution) -> float:
    """(points − bound) ÷ points in per cent; infinite for a plan that breaks a rule."""
    points = layers(problem, found.plan).points
    if faults(problem, found.plan) or found.bound is None:
        return inf
    return float((points - found.bound) / points * 100) if points else 0.0


def region() -> Iterator[Figure]:
    """25 municipalities, 40 contacts."""
    problem = district(1).problem()
    begin, clock = process_time(), perf_counter()
    search = Search(problem, 0, never, on_standard_error("district", problem), LIMITS)
    found = search.run()
    took = f"{process_time() - begin:.0f} s of CPU, {perf_counter() - clock:.0f} s by the clock"
    gaps = [_gap_of_part(part) for part in search.parts]
    short, unplaced, _, points = layers(problem, found.plan)
    left_out = f"{short} short, {float(unplaced):g} unplaced" + ", proven least" * found.not_placed_proven
    yield Figure("district: proven gap in total", gap_of(problem, found), "%", 0.7, took)
    yield Figure(f"district: the worst of {len(search.parts)} parts", max(gaps), "%", 2.0, _all(gaps))
    yield Figure("district: points", float(points), "", None, left_out)


def _gap_of_part(part: Part) -> float:
    """What is not proven of a part, in per cent of its points but for balance, which is the parts' together."""
    points = (part.best.points - part.best.balance()) / part.best.instance.scale
    return max(0.0, part.points - part.bound) / points * 100 if points else 0.0


def _all(gaps: list[float]) -> str:
    return " ".join(f"{gap:.2f}" for gap in gaps)


def nation() -> Iterator[Figure]:
    """357 municipalities."""
    problem = country(1).problem()
    begin, clock = process_time(), perf_counter()
    first = first_plan(problem)
    spent, took = process_time() - begin, perf_counter() - clock
    short, unplaced, _, _ = layers(problem, first)
    said = f"{len(problem.items)} items, {took:.0f} s by the clock, {short} short, {float(unplaced):g} unplaced"
    yield Figure("country: first plan", inf if faults(problem, first) else spent, "s of CPU", 60, said)


def on_standard_error(name: str, problem: Problem) -> Tell:
    """Say every few seconds how far it is."""
    begin = last = perf_counter()

    def tell(ask: Callable[[], Progress]) -> None:
        nonlocal last
        if perf_counter() - last >= EVERY:
            now = ask()
            placed = f"{len(now.plan)} of {len(problem.items)} placed"
            said = f"{placed}, {float(now.points):.1f} points, {float(now.bound):.1f} proven"
            print(f"{name}: {perf_counter() - begin:.0f} s, {said}", file=sys.stderr, flush=True)
            last = perf_counter()

    return tell
