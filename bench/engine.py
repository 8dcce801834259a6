"""How quickly an agreement is judged: the figures of the engine."""

import gc
import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import process_time

from bench.report import Figure, best
from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.judge import judge, verdicts
from politikontakt.core.commitments.matter import Matter
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.records.model import Activity, Place, Records, RoleHolding

MALVIK = Path(__file__).parent.parent / "agreements" / "malvik-2016.toml"
ON = date(2018, 3, 15)
THREE_YEARS = 1095


def figures() -> Iterable[Figure]:
    """Verdicts of the Malvik agreement, about thirty clauses over three years, from invented work."""
    agreement = read_agreement(MALVIK.read_bytes(), file=MALVIK.name, kinds=KINDS)
    usual = records(agreement, 3_000)
    matter = Matter(agreement, usual)
    judge(matter, on=ON)
    yield Figure(
        "verdicts of a day, 3 000 activities, indexed", 1000 * _core_time(lambda: judge(matter, on=ON)), "ms", 25
    )
    yield Figure("… from rows, indexes and all", 1000 * _core_time(lambda: verdicts(agreement, usual, on=ON)), "ms")
    all_periods = best(lambda: verdicts(agreement, usual, on=agreement.expires_on, all_periods=True), times=3)
    yield Figure("… every period of three years", 1000 * all_periods, "ms")
    many = records(agreement, 100_000)
    yield Figure(
        "verdicts of a day, 100 000 activities, from rows",
        best(lambda: verdicts(agreement, many, on=ON), times=2),
        "s",
        10,
    )
    yield Figure("… memory of judging", _peak_megabytes(agreement, many), "MB", 600)


def records(agreement: Agreement, number: int) -> Records:
    """So many activities of the kinds that the agreement asks for, at ten places, by two contacts."""
    random = Random(1)
    kinds = sorted({kind for each in agreement.commitments for kind in getattr(each.terms, "activity", ())})
    places = [
        Place(id=f"school-{n}", name="", kind="school", stage_from=8 * (n < 3) or 1, stage_to=10) for n in range(8)
    ]
    places += [Place(id=kind, name="", kind=kind) for kind in ("shopping_centre", "sports")]
    return Records(
        places=tuple(places),
        roles=tuple(
            RoleHolding(role="police_contact", person=person, since=agreement.effective_from)
            for person in ("anne", "bo")
        ),
        activities=tuple(_activity(random, n, kinds, agreement.effective_from, places) for n in range(number)),
    )


def _core_time(work: Callable[[], object], times: int = 7) -> float:
    """The least CPU time of several runs, in seconds: other work on the machine has no part in it."""
    took = []
    for _ in range(times):
        start = process_time()
        work()
        took.append(process_time() - start)
    return min(took)


def _activity(random: Random, number: int, kinds: list[str], first: date, places: list[Place]) -> Activity:
    return Activity(
        id=f"a{number}",
        kind=random.choice(kinds),
        status=random.choice(["done", "done", "done", "planned"]),
        on=first + timedelta(days=random.randrange(THREE_YEARS)),
        minutes=60,
        place=random.choice(places).id,
        people=(random.choice(["anne", "bo"]),),
        purpose=random.choice(["preventive", "operative"]),
        audience=("pupils",),
        themes=(random.choice(["drugs", "violence"]),),
    )


def _peak_megabytes(agreement: Agreement, many: Records) -> float:
    gc.collect()
    tracemalloc.start()
    verdicts(agreement, many, on=ON)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6
