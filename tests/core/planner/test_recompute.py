"""What the objective says against the same worked out again from the files alone."""

import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.recompute import Worth, worth
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.planner.crew import Lost
from politikontakt.core.planner.objective import layers
from politikontakt.core.planner.rows import changed_rows, new_rows, timed
from politikontakt.core.records.model import Records
from politikontakt.core.records.write import write_records
from tests.core.planner.inventing import DAYS, FIRST, scene, sound_plan

seeds = st.integers(0, 10**9)


def both(seed: int, *, replan: bool) -> tuple[Worth, Worth]:
    """The layers of an invented plan, by the product and from the files."""
    random = Random(seed)
    invented = scene(random, planned=replan)
    first = FIRST + timedelta(days=random.choice((0, 3, 9)))
    last = FIRST + timedelta(days=random.choice((DAYS, DAYS - 12)))
    lost_day = first + timedelta(days=random.randrange(20))
    lost = [Lost("anna", DayRange(lost_day, lost_day + timedelta(days=1)))] if replan else []
    problem = invented.problem(first, last, lost=lost, replan=replan)
    plan = timed(problem, sound_plan(random, problem))
    records = invented.records()
    rows = (*changed_rows(problem, plan, records), *new_rows(problem, plan, records))
    with tempfile.TemporaryDirectory() as folder:
        agreement, folder_of_records = invented.write(Path(folder))
        out = Path(folder) / "activities.csv"
        out.write_bytes(write_records(Records(activities=rows))["activities.csv"])
        gone = [(each.person, each.days.first, each.days.last) for each in lost]
        again = worth(agreement, folder_of_records, Path(folder), first, last, gone if replan else None)
    return Worth(*layers(problem, plan)), again


@settings(max_examples=80, deadline=None)
@given(seeds)
def test_the_worth_of_a_plan_is_what_the_files_say_to_the_digit(seed):
    said, recomputed = both(seed, replan=False)

    assert said == recomputed


@settings(max_examples=80, deadline=None)
@given(seeds)
def test_the_worth_of_a_mended_plan_is_what_the_files_say_to_the_digit(seed):
    said, recomputed = both(seed, replan=True)

    assert said == recomputed
