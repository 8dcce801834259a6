"""The only file that knows the solver: what it is told, and what it answers."""

import numpy as np
import pytest

from politikontakt.core.planner.solve.lp import Program, columns


def knapsack() -> Program:
    """Of three things that weigh 3, 4 and 5 and are worth 2, 3 and 4, what fits in 8."""
    program = Program()
    weight = program.row(0, 8)
    program.add(columns([-2, -3, -4], [{weight: 3}, {weight: 4}, {weight: 5}]), np.zeros(3), np.ones(3))
    return program


def test_a_program_in_whole_numbers_has_an_answer_and_a_bound():
    program = knapsack()
    program.whole(np.arange(3))

    assert program.solve()
    assert (program.objective, program.best_bound) == (-6, -6)
    assert program.values.tolist() == [1, 0, 1]


def test_the_plain_program_says_what_one_more_of_a_row_is_worth():
    program = knapsack()

    assert program.solve()
    assert program.duals.tolist() == [-0.75]


def test_what_contradicts_itself_is_infeasible_and_has_no_answer():
    program = knapsack()
    program.row(1, 2)

    assert not program.solve()
    assert (program.infeasible, program.found) == (True, False)


def test_a_limit_the_solver_does_not_know_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="mip_no_such_thing"):
        knapsack().limit(mip_no_such_thing=1)


def test_nothing_of_the_solver_reaches_standard_output(capfd):
    knapsack().solve()

    assert capfd.readouterr() == ("", "")
