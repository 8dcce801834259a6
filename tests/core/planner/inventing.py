"""Invented scenes and plans, drawn from a seed, with as many odd things in them as the files allow."""

from datetime import date, timedelta
from random import Random

from politikontakt.core.planner.check import faults
from politikontakt.core.planner.laid import moved
from politikontakt.core.planner.model import Item, Placement, Plan, Problem
from tests.core.planner.scenes import BLOCKS, PLACES, Scene, series, terms

FIRST = date(2016, 8, 29)
DAYS = 42
PEOPLE = ("anna", "bjorn", "cecilie")
SPOTS = ("sveberg", "saksvik", "mall")


def scene(random: Random, *, planned: bool = False) -> Scene:
    """A scene of six weeks. With `planned` there are more rows that are planned already."""
    return Scene(
        commitments={
            "P1": terms(
                at_least=str(random.randint(1, 3)),
                per=f'"{random.choice(("month", "week", "school_year", "term", "half_year", "agreement_quarter"))}"',
                part_year=f'"{random.choice(("round_down", "round_up", "full", "exempt"))}"',
                distinct=f'"{random.choice(("days", "items"))}"',
                audience=random.choice(("", '["parents"]')),
            ),
            "P2": terms(
                activity='["presence", "walk"]', for_each="", by_role='"chief"', at_least="2", min_minutes="30"
            ),
        },
        planning=_planning(random),
        files=_files(random, planned),
        in_force=(str(FIRST + timedelta(days=random.choice((0, 0, 5)))), "2016-12-31"),
        amendments=random.choice(("", _AMENDMENT)),
    )


_AMENDMENT = """
[[amendment]]
agreed_on = 2016-09-01
valid_from = 2016-09-10
commitment = "P1"
set = { at_least = 2, by_role = "chief" }
decision = "Sak 1"
"""


def _planning(random: Random) -> str:
    limits = (
        f"\n[limits]\nweekly_minutes = {random.choice((200, 400, 1350))}\nevenings_per_week = {random.randint(0, 2)}\n"
        f"saturdays_per_three_weeks = {random.randint(0, 2)}\n\n[limits.bjorn]\nevenings_per_week = 1\n"
    )
    weights = (
        f"\n[weights]\nspread = {random.choice(('1.0', '0.3333'))}\ntravel = 0.1\n"
        f"continuity = {random.choice((25, 0))}\nevening_balance = 4\nminute_balance = 0.0167\n"
    )
    travel = "\n[travel]\nwest = 20\neast = 15\n"
    some = [
        series(
            id='"visits"',
            commitment='"P1"',
            minutes=random.choice((60, 120)),
            reserve=random.randint(0, 1),
            people=random.choice((1, 2, '"all"')),
            blocks=random.choice(('["morning", "afternoon"]', '["evening"]', '["morning", "evening"]')),
            weight=random.choice((1, "2.5")),
        ),
        series(
            id='"round"',
            commitment='"P2"',
            places='["mall", "saksvik"]',
            minutes=45,
            weekdays=random.choice(('["mon", "sat"]', '["tue", "thu", "sat"]')),
        ),
        series(
            id='"wish"',
            activity='"presence"',
            places='["mall"]',
            at_least=random.randint(1, 2),
            per='"week"',
            minutes=90,
            between=random.choice(('["09-05", "10-01"]', '["10-01", "09-20"]')),
        ),
    ]
    random.shuffle(some)
    return BLOCKS + limits + weights + travel + "".join(some)


def _files(random: Random, planned: bool) -> dict[str, str]:
    return {
        "places.csv": PLACES
        + f"sveberg,Sveberg,school,1,7,,{random.choice(('', '2016-09-08'))},,west\n"
        + f"saksvik,Saksvik,school,1,7,,,{random.choice(('', '2016-09-20'))},{random.choice(('', 'west'))}\n"
        + "mall,Mall,shopping_centre,,,,,,east\n",
        "people.csv": "id,name\nanna,Anna\nbjorn,Bjørn\ncecilie,Cecilie\n",
        "roles.csv": _roles(random),
        "closed_days.csv": "place,first,last\n,2016-09-05,2016-09-06\nmall,2016-09-12,2016-09-13\n",
        "availability.csv": "person,first,last,blocks,kind\nanna,2016-09-01,2016-09-02,,leave\n"
        "bjorn,2016-09-07,2016-09-14,evening;morning,duty\n",
        "exceptions.csv": "commitment,subject,first,last,kind,accepted_by\n"
        + random.choice(
            ("", "P1,saksvik,2016-09-05,2016-09-11,waived,kommune\n", "P1,,2016-09-01,2016-09-30,excused,\n")
        ),
        "meetings.csv": "id,kind,status,date,people,start,block,minutes,place\n" + _meetings(random),
        "activities.csv": "id,kind,status,date,start,minutes,place,people,audience,confirmed,series,period,ordinal\n"
        + _activities(random, 14 if planned else 6, planned),
    }


def _roles(random: Random) -> str:
    return (
        "role,person,from,to,acting\ncontact,anna,2016-01-01,,\n"
        f"contact,bjorn,2016-01-01,{random.choice(('', '2016-09-16'))},\n"
        f"chief,cecilie,{random.choice(('2016-01-01', '2016-09-09'))},,\nchief,anna,2016-09-05,2016-09-18,yes\n"
    )


def _meetings(random: Random) -> str:
    rows = ""
    for number in range(3):
        day = FIRST + timedelta(days=random.randrange(16, DAYS))
        who = random.choice(("anna", "cecilie", "anna;cecilie"))
        when = random.choice(("09:00,", ",afternoon", ",", "11:40,", "17:00,"))
        rows += (
            f"m{number},council,planned,{day},{who},{when},{random.choice((45, 60))},{random.choice(('', 'mall'))}\n"
        )
    return rows


def _activities(random: Random, many: int, planned: bool) -> str:
    rows = ""
    for number in range(many):
        day = FIRST + timedelta(days=random.randrange(DAYS))
        kind = random.choice(("school_visit", "school_visit", "presence", "walk"))
        place = random.choice(SPOTS)
        status = random.choice(("planned", "planned", "done") if planned else ("done", "planned", "cancelled"))
        status = (
            "planned"
            if status == "done" and place != "mall" and not date(2016, 9, 8) <= day <= date(2016, 9, 20)
            else status
        )
        start = random.choice(("08:00", "09:30", "12:00", "13:00", "17:00", "18:30", "", "11:45"))
        who = random.choice(("anna", "bjorn", "cecilie", "anna;bjorn"))
        confirmed = random.choice(("", "", "yes", "no")) if day > date(2016, 9, 14) else ""
        row_id = random.choice((f"r{number}", f"wish.mall.2016-09-0{number % 9 + 1}.{number}"))
        named = random.choice(("", "", "visits", "wish"))
        rows += (
            f"{row_id},{kind},{status},{day},{start},{random.choice((45, 60, 90))},{place},{who},"
            f"{random.choice(('', 'parents'))},{confirmed},{named},,{random.choice(('', '1'))}\n"
        )
    return rows


def sound_plan(random: Random, problem: Problem) -> Plan:
    """A plan without faults: what there is room for, in an order drawn from the seed. Old rows stay where they may."""
    plan: Plan = ()
    items = list(problem.items)
    random.shuffle(items)
    for item in items:
        if item.old is not None and not item.old.hit and random.random() < 0.7:
            plan = (*plan, _staying(item))
    for item in items:
        if any(each.item == item.key for each in plan):
            continue
        tries = [*(any_placement(random, problem, item) for _ in range(6)), *_stays(item)]
        for placement in tries:
            if placement is not None and not faults(problem, (*plan, placement)):
                plan = (*plan, placement)
                break
    return plan


def wild_plan(random: Random, problem: Problem) -> Plan:
    """A plan laid without a look at any rule."""
    chosen = random.sample(problem.items, min(len(problem.items), random.randint(1, 3)))
    found = [any_placement(random, problem, item, wild=True) for item in chosen]
    return tuple(each for each in found if each is not None)


def _staying(item: Item) -> Placement:
    assert item.old is not None
    return Placement(
        item=item.key, day=item.old.day, block=item.old.block, people=item.old.people, start=item.old.start
    )


def _stays(item: Item) -> list[Placement]:
    return [_staying(item)] if item.old is not None and not item.old.hit else []


def any_placement(random: Random, problem: Problem, item: Item, *, wild: bool = False) -> Placement | None:
    """Somewhere on the item's days, or with `wild` anywhere on the axis, with people of its role."""
    days = range(len(item.group.axis)) if wild else item.days
    if not days:
        return None
    day = item.group.axis[random.choice(days)]
    crew = problem.in_role(item.group.role, day)
    many = len(crew) if item.group.people is None else item.group.people
    if wild and random.random() < 0.1:
        crew, many = PEOPLE, 2
    if not many or len(crew) < many:
        return None
    block = random.choice(list(problem.blocks) if wild else item.group.blocks)
    start = None
    if wild and random.random() < 0.3:
        start = problem.blocks[block].first + random.choice((0, 30, 150, 200))
    placement = Placement(
        item=item.key, day=day, block=block, people=tuple(sorted(random.sample(crew, many))), start=start
    )
    is_still_there = item.old is not None and not moved(item.old, placement)
    return _staying(item) if is_still_there else placement
