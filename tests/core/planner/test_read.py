"""planning.toml: every fault at once, each with its line and key."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import Fault, FaultyInput
from politikontakt.core.planner.read import own_faults, read_planning
from politikontakt.web.ui.wording.faults import fault_words
from tests.core.planner.scenes import BLOCKS, LIMITS, SCHOOL, TRAVEL, VISIT_SERIES, WEIGHTS, Scene, series, terms

SEPTEMBER = (date(2016, 9, 1), date(2016, 9, 30))


def faults_of(scene: Scene, **lines) -> list[tuple[str, str, int | None, str]]:
    """What reading the scene's planning.toml finds wrong."""
    try:
        read_planning(
            scene.planning.encode(), scene.agreement(), scene.records(), days=DayRange(*SEPTEMBER), lines=lines or None
        )
    except FaultyInput as faulty:
        return [(fault.code, fault.file, fault.line, fault.key) for fault in faulty.faults]
    return []


def test_every_fault_of_the_reader_has_its_words():
    codes = {code for _, code, _ in ONE_FAULT}

    words = [fault_words(Fault(code, "planning.toml")) for code in sorted(codes)]

    assert all(each.what and each.remedy for each in words)


def test_a_whole_file_is_read_exactly():
    everything = series(
        id='"visits"',
        commitment='"P1"',
        reserve=2,
        minutes=120,
        people='"all"',
        blocks='["afternoon", "morning"]',
        weekdays='["sat", "mon"]',
        between='["08-15", "06-10"]',
        weight="0.1",
    )

    settings = Scene().with_series(everything).settings(*SEPTEMBER)

    (found,) = settings.series
    assert (found.reserve, found.minutes, found.people, found.weight) == (2, 120, None, Fraction(1, 10))
    assert (found.blocks, found.weekdays, found.between) == (("morning", "afternoon"), {0, 5}, ((8, 15), (6, 10)))
    assert settings.weights.minute_balance == Fraction(167, 10000)
    assert (settings.blocks["morning"].first, settings.blocks["morning"].last) == (480, 690)
    assert settings.travel == {"west": 20, "east": 15}


def test_what_a_series_does_not_say_has_its_default():
    (found,) = Scene().settings(*SEPTEMBER).series

    assert (found.reserve, found.people, found.weight, found.between) == (0, 1, 1, None)
    assert (found.blocks, found.weekdays) == (("morning", "afternoon", "evening"), {0, 1, 2, 3, 4})


ONE_FAULT = [
    # the file's text, what is wrong, the key
    (VISIT_SERIES.replace("minutes = 60\n", ""), "missing_key", "series[0].minutes"),
    (VISIT_SERIES + "colour = 3\n", "unknown_key", "series[0].colour"),
    (VISIT_SERIES.replace("60", "0"), "too_small", "series[0].minutes"),
    (VISIT_SERIES.replace("60", '"all"'), "not_whole_number", "series[0].minutes"),
    (VISIT_SERIES.replace("60", "1000000001"), "too_large", "series[0].minutes"),
    (VISIT_SERIES + "people = 0\n", "too_small", "series[0].people"),
    (VISIT_SERIES + "people = 1001\n", "too_large", "series[0].people"),
    (VISIT_SERIES + 'people = "some"\n', "not_people", "series[0].people"),
    (VISIT_SERIES + "reserve = -1\n", "too_small", "series[0].reserve"),
    (VISIT_SERIES + "weight = -1\n", "too_small", "series[0].weight"),
    (VISIT_SERIES + "weight = nan\n", "not_number", "series[0].weight"),
    (VISIT_SERIES + 'blocks = ["noon"]\n', "not_one_of", "series[0].blocks[0]"),
    (VISIT_SERIES + "blocks = []\n", "empty_list", "series[0].blocks"),
    (VISIT_SERIES + 'weekdays = ["mon", "sun"]\n', "not_one_of", "series[0].weekdays[1]"),
    (VISIT_SERIES + 'weekdays = ["mon", "mon"]\n', "repeated_item", "series[0].weekdays[1]"),
    (VISIT_SERIES + 'between = ["08-15"]\n', "not_two_month_days", "series[0].between"),
    (VISIT_SERIES + 'between = ["08-15", "02-30"]\n', "not_month_day", "series[0].between[1]"),
    (VISIT_SERIES + 'places = ["sveberg"]\n', "places_beside_for_each", "series[0].places"),
    (VISIT_SERIES + 'activity = "presence"\n', "key_beside_commitment", "series[0].activity"),
    (VISIT_SERIES.replace('"visits"', '"a.b"'), "not_code", "series[0].id"),
    (VISIT_SERIES.replace("P1", "P9"), "unknown_commitment", "series[0].commitment"),
    (VISIT_SERIES.replace("P1", "P2"), "commitment_not_count", "series[0].commitment"),
    (VISIT_SERIES.replace("P1", "P3"), "places_missing", "series[0].places"),
    (VISIT_SERIES.replace("60", "20"), "minutes_below_min", "series[0].minutes"),
    (VISIT_SERIES + VISIT_SERIES, "repeated_id", "series[1].id"),
    (series(id='"w"', activity='"walk"', at_least=1, per='"month"', minutes=9), "missing_key", "series[0].places"),
    (
        series(id='"w"', activity='"walk"', places='["moon"]', at_least=1, per='"month"', minutes=9),
        "unknown_place",
        "series[0].places[0]",
    ),
    (
        series(id='"w"', activity='"walk"', places='["sveberg"]', at_least=1, per='"year"', minutes=9),
        "not_one_of",
        "series[0].per",
    ),
    (
        series(id='"w"', activity='"walk"', places='["sveberg"]', at_least=0, per='"month"', minutes=9),
        "too_small",
        "series[0].at_least",
    ),
    (
        series(
            id='"w"', activity='"walk"', places='["sveberg"]', at_least=1, per='"month"', minutes=9, by_role='"clown"'
        ),
        "unknown_role",
        "series[0].by_role",
    ),
]


@pytest.mark.parametrize(("text", "code", "key"), ONE_FAULT, ids=[f"{code} {key}" for _, code, key in ONE_FAULT])
def test_what_is_wrong_in_a_series_is_told_with_its_key(text, code, key):
    scene = Scene(
        commitments={
            "P1": terms(min_minutes="30"),
            "P2": '  rule = "deadline"\n  document = "plan"\n  by = 2017-01-01',
            "P3": terms(for_each=""),
        }
    ).with_series(text)

    found = faults_of(scene)

    assert [(code_, key_) for code_, _, _, key_ in found] == [(code, key)]
    assert found[0][1] == "planning.toml"
    assert found[0][2] is not None


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('["08:00", "11:30"]', '["08:00", "8:30"]', "not_clock", "blocks.morning[1]"),
        ('["08:00", "11:30"]', '["11:30", "08:00"]', "block_backwards", "blocks.morning"),
        ('["08:00", "11:30"]', '["08:00", "12:30"]', "blocks_overlap", "blocks.afternoon"),
        ('["08:00", "11:30"]', '"08:00"', "not_two_clocks", "blocks.morning"),
        ("morning =", "dawn =", "missing_key", "blocks.morning"),
        ("weekly_minutes = 1350", "weekly_minutes = 22.5", "not_whole_number", "limits.weekly_minutes"),
        ("weekly_minutes = 1350\n", "", "missing_key", "limits.weekly_minutes"),
        ("weekly_minutes = 1350", "weekly_minutes = 1000000001", "too_large", "limits.weekly_minutes"),
        ("west = 20", "west = 1000000001", "too_large", "travel.west"),
        ("evenings_per_week = 2", "evenings_per_week = 2\nnights = 1", "unknown_key", "limits.nights"),
        ("\n[weights]", "\n[limits.clown]\nweekly_minutes = 1\n[weights]", "unknown_person", "limits.clown"),
        ("\n[weights]", "\n[limits.anna]\nminutes = 1\n[weights]", "unknown_key", "limits.anna.minutes"),
        ("travel = 0.1\n", "", "missing_key", "weights.travel"),
        ("west = 20", "west = -20", "too_small", "travel.west"),
        ("[travel]", "[journeys]", "unknown_key", "journeys"),
    ],
)
def test_what_is_wrong_above_the_series_is_told_with_its_key(old, new, code, key):
    scene = Scene()
    scene = replace(scene, planning=scene.planning.replace(old, new))

    assert (code, key) in [(code_, key_) for code_, _, _, key_ in faults_of(scene)]


def test_all_faults_are_told_at_once_in_the_order_of_the_file():
    text = "\n".join(["[blocks]", 'morning = ["8", "9"]', "[limits]", "weekly_minutes = -1", "[[series]]", 'id = "a"'])

    found = faults_of(replace(Scene(), planning=text))

    assert [(code, line) for code, _, line, _ in found if line] == [
        ("missing_key", 1),
        ("missing_key", 1),
        ("not_clock", 2),
        ("not_clock", 2),
        ("missing_key", 3),
        ("missing_key", 3),
        ("too_small", 4),
        *[("missing_key", 5)] * 5,
    ]


def test_what_is_wrong_in_one_place_hides_nothing_elsewhere():
    short = series(id='"short"', commitment='"P1"', minutes=10)
    scene = Scene(commitments={"P1": terms(min_minutes="30")}).with_series(
        short, series(id='"bad"', commitment='"P1"', minutes=0), series(id='"lost"', commitment='"P9"', minutes=60)
    )
    scene = replace(scene, planning=scene.planning.replace("travel = 0.1\n", ""))
    scene = scene.with_files(places=SCHOOL + "saksvik,Saksvik,school,1,7,,,,moon\n")

    assert sorted(code for code, *_ in faults_of(scene)) == [
        "minutes_below_min",
        "missing_key",
        "too_small",
        "unknown_commitment",
        "unknown_zone",
    ]


def test_no_zone_is_unknown_where_travel_itself_can_not_be_read():
    scene = Scene().with_files(places=SCHOOL + "saksvik,Saksvik,school,1,7,,,,moon\n")
    scene = replace(scene, planning="travel = 3\n" + scene.planning.replace(TRAVEL, ""))

    assert [code for code, *_ in faults_of(scene)] == ["not_table"]


@pytest.mark.parametrize(("at_least", "reserve", "found"), [(9_000, 1_000, []), (9_000, 1_001, ["too_many_to_plan"])])
def test_more_than_anybody_could_plan_is_a_fault(at_least, reserve, found):
    scene = Scene(commitments={"P1": terms(at_least=str(at_least))}).with_series(
        VISIT_SERIES + f"reserve = {reserve}\n"
    )

    assert [code for code, *_ in faults_of(scene)] == found


def test_a_zone_without_travel_is_told_where_the_place_stands():
    scene = Scene().with_files(places=SCHOOL + "saksvik,Saksvik,school,1,7,,,,moon\n")

    assert faults_of(scene, **{"places.csv": [2, 3]}) == [("unknown_zone", "places.csv", 3, "zone")]


MEETING = "id,kind,status,date,people,start,block,minutes\nm,council,planned,2016-09-06,anna,09:00,,60\n"


@pytest.mark.parametrize(
    ("absence", "found"),
    [
        ("anna,2016-09-05,2016-09-07,,leave", True),
        ("anna,2016-09-05,2016-09-07,morning,duty", True),
        ("anna,2016-09-05,2016-09-07,evening,duty", False),  # another part of the day
        ("anna,2016-09-07,2016-09-07,,leave", False),  # another day
        ("bjorn,2016-09-06,2016-09-06,,leave", False),  # another person
    ],
)
def test_a_meeting_on_an_absence_is_a_fault_that_names_both_rows(absence, found):
    scene = Scene().with_files(
        meetings=MEETING,
        people="id,name\nanna,Anna\nbjorn,Bjørn\n",
        availability=f"person,first,last,blocks,kind\n{absence}\n",
    )
    lines = {"meetings.csv": [2], "availability.csv": [2]}

    assert faults_of(scene, **lines) == ([("meeting_on_absence", "meetings.csv", 2, "date")] if found else [])


def test_a_confirmed_row_on_an_absence_is_a_fault_and_an_unconfirmed_one_is_not():
    head = "id,kind,status,date,start,minutes,place,people,confirmed\n"
    scene = Scene().with_files(
        availability="person,first,last,blocks,kind\nanna,2016-09-06,2016-09-06,,course\n",
        activities=head
        + "a,school_visit,planned,2016-09-06,09:00,60,sveberg,anna,no\n"
        + "b,school_visit,planned,2016-09-06,13:00,60,sveberg,anna,yes\n",
    )

    assert faults_of(scene) == [("confirmed_on_absence", "activities.csv", None, "date")]


def test_what_people_planned_before_the_first_day_is_left_alone():
    scene = Scene().with_files(
        meetings=MEETING.replace("09-06", "08-30"),
        availability="person,first,last,blocks,kind\nanna,2016-08-30,2016-08-30,,leave\n",
    )

    assert faults_of(scene) == []


def test_minutes_are_held_against_the_terms_of_the_periods_that_are_planned():
    amendment = """
[[amendment]]
agreed_on = 2016-09-01
valid_from = %s
commitment = "P1"
set = { min_minutes = 90 }
decision = "Sak 1"
"""
    later = Scene(amendments=amendment % "2016-10-01")
    now = Scene(amendments=amendment % "2016-09-01")

    assert faults_of(later) == []
    assert [code for code, *_ in faults_of(now)] == ["minutes_below_min"]


def test_a_file_that_is_no_toml_is_one_fault():
    assert [code for code, *_ in faults_of(replace(Scene(), planning="blocks = ["))] != []


def test_without_records_what_is_named_of_the_agreement_is_told_and_nothing_of_places():
    scene = Scene().with_series(
        series(id='"a"', commitment='"P9"', minutes=60),
        series(id='"b"', commitment='"P1"', minutes=60, places='["moon"]'),
    )

    found = own_faults(scene.planning.encode(), scene.agreement(), None)

    assert [fault.code for fault in found] == ["unknown_commitment", "places_beside_for_each"]


def test_without_agreement_and_records_only_the_files_own_faults_are_told():
    text = (BLOCKS + LIMITS + "\n[limits.anna]\nweekly_minutes = 1\n" + WEIGHTS + TRAVEL).replace(
        "west = 20", "west = x"
    )
    wish = series(
        id='"w"', activity='"walk"', places='["moon"]', at_least=0, per='"month"', minutes=9, by_role='"clown"'
    )

    assert [fault.code for fault in own_faults(text.encode(), None, None)] == ["toml_bad_value"]
    assert [fault.code for fault in own_faults((text.replace("= x", "= 1") + wish).encode(), None, None)] == [
        "too_small"
    ]
