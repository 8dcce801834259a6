"""Files with slips in them: a plan, or faults that name their file; never anything else."""

import re
from random import Random

import pytest

from tests.oracle.planner.comparing import COMMANDS, case_of, run
from tests.oracle.planner.tearing import tear

FAULT = re.compile(r"^[^:]+(:\d+)?: .+; .+$")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_slip_ends_in_a_plan_or_in_faults_and_no_folder(command, tmp_path):
    answered = set()
    for seed in range(25):
        random = Random(seed)
        case = case_of("plan", random.choice([8, 12, 14, 16]), tmp_path)
        case.lost = [f"anne:{case.first}..{case.first}"]
        agreement, records = case.write(tmp_path)
        tear(random, records)
        out = tmp_path / f"out{seed}"

        ran = run(command, agreement, records, *case.words(command), *([] if command == "capacity" else ["--out", out]))

        assert ran.status in (0, 2), (seed, ran.err)
        if ran.status == 2:
            assert all(FAULT.match(line) for line in ran.err.strip().splitlines()), (seed, ran.err)
            assert not out.exists()
        answered.add(ran.status)
    assert answered == {0, 2}
