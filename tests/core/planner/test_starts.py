"""At what time each item of a block begins."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from politikontakt.core.planner.model import Block
from politikontakt.core.planner.starts import Job, start_times

MORNING = Block(name="morning", first=480, last=690)


def test_two_visits_of_one_contact_follow_each_other():
    assert start_times(MORNING, [Job(90, ("anna",)), Job(60, ("anna",))], {}) == (480, 570)


def test_two_contacts_begin_at_the_same_time():
    assert start_times(MORNING, [Job(90, ("anna",)), Job(60, ("bjorn",))], {}) == (480, 480)


def test_a_joint_visit_begins_when_all_are_free():
    busy = {"anna": [(480, 540)], "bjorn": [(560, 600)]}

    assert start_times(MORNING, [Job(60, ("anna", "bjorn"))], busy) == (600,)


def test_a_meeting_in_the_middle_leaves_two_gaps_that_are_too_short():
    in_the_middle = {"anna": [(555, 615)]}

    assert start_times(MORNING, [Job(75, ("anna",))], in_the_middle) == (480,)
    assert start_times(MORNING, [Job(90, ("anna",))], in_the_middle) is None


def test_the_longer_visit_gets_the_longer_gap_whatever_the_order():
    busy = {"anna": [(540, 570)]}

    assert start_times(MORNING, [Job(60, ("anna",)), Job(120, ("anna",))], busy) == (480, 570)
    assert start_times(MORNING, [Job(120, ("anna",)), Job(60, ("anna",))], busy) == (570, 480)


def test_three_pairs_of_three_people_can_only_take_turns():
    pairs = [("anna", "bjorn"), ("anna", "cecilie"), ("bjorn", "cecilie")]

    assert start_times(MORNING, [Job(70, pair) for pair in pairs], {}) == (480, 550, 620)
    assert start_times(MORNING, [Job(75, pair) for pair in pairs], {}) is None


people = st.sampled_from([("a",), ("b",), ("c",), ("a", "b"), ("b", "c"), ("a", "c"), ("a", "b", "c")])
jobs = st.lists(st.builds(Job, st.sampled_from([1, 2, 3, 4]), people), min_size=1, max_size=4)
spans = st.tuples(st.integers(0, 8), st.integers(1, 3)).map(lambda span: (span[0], span[0] + span[1]))
BLOCK = Block(name="morning", first=0, last=8)


@settings(max_examples=300, deadline=None)
@given(jobs, st.dictionaries(st.sampled_from("abc"), st.lists(spans, max_size=2), max_size=3))
def test_times_are_found_exactly_where_some_timetable_exists(wanted, busy):
    starts = start_times(BLOCK, wanted, busy)

    assert (starts is not None) == _some_timetable_exists(wanted, busy)
    if starts is not None:
        assert _is_timetable(wanted, starts, busy)


def _is_timetable(wanted, starts, busy) -> bool:
    taken = {person: list(spans) for person, spans in busy.items()}
    for job, start in zip(wanted, starts, strict=True):
        if start < BLOCK.first or start + job.minutes > BLOCK.last:
            return False
        for person in job.people:
            if any(first < start + job.minutes and start < last for first, last in taken.get(person, [])):
                return False
            taken.setdefault(person, []).append((start, start + job.minutes))
    return True


def _some_timetable_exists(wanted, busy) -> bool:
    """Every start of every job, one after the other."""

    def lay(number, starts) -> bool:
        if number == len(wanted):
            return True
        return any(
            _is_timetable(wanted[: number + 1], [*starts, start], busy) and lay(number + 1, [*starts, start])
            for start in range(BLOCK.first, BLOCK.last)
        )

    return lay(0, [])


def test_the_order_jobs_are_given_in_never_decides_whether_they_fit():
    three = [Job(60, ("anna",)), Job(90, ("anna", "bjorn")), Job(60, ("bjorn",))]
    busy = {"bjorn": [(480, 540)]}

    assert {start_times(MORNING, list(order), busy) is None for order in permutations(three)} == {False}
