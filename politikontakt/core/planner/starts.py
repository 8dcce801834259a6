"""At what time each item of a block begins, so that nobody is in two places and all end within the block.

Exact: where no such times exist it says so. It follows from trying orders: whatever a timetable looks
like, laying its items in the order they begin, each as early as its people are free, is one too.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from politikontakt.core.planner.model import Block

Span = tuple[int, int]
"""Taken time in minutes after midnight, from and up to."""


class Job(NamedTuple):
    """Something that lasts `minutes` and needs all of `people` at once."""

    minutes: int
    people: tuple[str, ...]


def start_times(block: Block, jobs: Sequence[Job], busy: Mapping[str, Sequence[Span]]) -> tuple[int, ...] | None:
    """A start for each job, in their order, or None where they don't fit.

    `busy` is the time each person already has given away that day, in whatever block. Jobs begin in
    the order given where that works: of two single jobs the first goes first.
    """
    taken = {person: sorted(busy.get(person, ())) for job in jobs for person in job.people}
    found: dict[int, int] = {}
    for together in _sharing_people(jobs):
        if not _lay(block, jobs, together, taken, found, set()):
            return None
    return tuple(found[number] for number in range(len(jobs)))


def _sharing_people(jobs: Sequence[Job]) -> list[tuple[int, ...]]:
    """The jobs in parts that have nobody in common; within a part those with most people come first."""
    parts: list[tuple[set[str], list[int]]] = []
    for number, job in enumerate(jobs):
        people, members = set(job.people), [number]
        for part in [part for part in parts if part[0] & people]:
            parts.remove(part)
            people |= part[0]
            members += part[1]
        parts.append((people, members))
    return [tuple(sorted(members, key=lambda n: (-len(jobs[n].people), n))) for _, members in parts]


def _lay(
    block: Block,
    jobs: Sequence[Job],
    left: tuple[int, ...],
    taken: dict[str, list[Span]],
    found: dict[int, int],
    failed: set[tuple[object, ...]],
) -> bool:
    """Lay the jobs that are left, trying each as the next one; `failed` remembers what led nowhere."""
    if not left:
        return True
    state = (tuple(sorted(jobs[n] for n in left)), tuple((person, *spans) for person, spans in sorted(taken.items())))
    if state in failed:
        return False
    tried: set[Job] = set()
    for number in left:
        job = jobs[number]
        if job in tried:
            continue
        tried.add(job)
        start = _earliest(block, job, taken)
        if start is None:
            break  # what does not fit now fits no better later
        span = (start, start + job.minutes)
        rest = tuple(n for n in left if n != number)
        if _lay(block, jobs, rest, _with(taken, job.people, span), found, failed):
            found[number] = start
            return True
    failed.add(state)
    return False


def _with(taken: dict[str, list[Span]], people: tuple[str, ...], span: Span) -> dict[str, list[Span]]:
    return {**taken, **{person: sorted([*taken[person], span]) for person in people}}


def _earliest(block: Block, job: Job, taken: Mapping[str, Sequence[Span]]) -> int | None:
    """The first minute from which all the job's people are free for as long as it lasts."""
    start = block.first
    for first, last in sorted(span for person in job.people for span in taken[person]):
        if last <= start:
            continue
        if first >= start + job.minutes:
            break
        start = last
    return start if start + job.minutes <= block.last else None
