"""One invented municipality: its places, promises and series."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

_ZONES = ("north", "centre", "coast")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv."""

    id: str
    kind: str
    zone: str
    stages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A count commitment and the series that plans it. `terms` and `series` are lines of TOML."""

    id: str
    terms: tuple[str, ...]
    series: tuple[str, ...]


@dataclass(slots=True)
class Municipality:
    """`tag` is in front of every id, so that many fit one agreement; with one municipality it is empty."""

    tag: str
    places: list[Place] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    wishes: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def role(self) -> str:
        """The role of its contacts."""
        return f"{self.tag}police_contact"

    def zone(self, name: str) -> str:
        """A travel zone of its own."""
        return f"{self.tag}{name}"


def municipality(tag: str, random: Random, *, primary: int, lower: int, clubs: int) -> Municipality:
    """A municipality with so many schools and youth clubs, a shopping centre, a sports hall and a square."""
    made = Municipality(tag)
    made.places += [_school(made, random, f"primary-{n + 1}", (1, 7)) for n in range(primary)]
    made.places += [_school(made, random, f"lower-{n + 1}", (8, 10)) for n in range(lower)]
    made.places += [Place(f"{tag}club-{n + 1}", "youth_club", made.zone(random.choice(_ZONES))) for n in range(clubs)]
    made.places += [
        Place(f"{tag}mall", "shopping_centre", made.zone("centre")),
        Place(f"{tag}hall", "sports", made.zone(random.choice(_ZONES))),
        Place(f"{tag}square", "street", made.zone("centre")),
    ]
    made.promises += _promises(made)
    made.wishes += _wishes(made)
    return made


def _school(made: Municipality, random: Random, name: str, stages: tuple[int, int]) -> Place:
    return Place(f"{made.tag}{name}", "school", made.zone(random.choice(_ZONES)), stages)


_SCHOOL_HOURS = ('blocks = ["morning", "afternoon"]', 'between = ["08-18", "06-18"]')


def _promises(made: Municipality) -> Iterator[Promise]:
    owner = f'owner = "{made.tag or "town"}"'
    yield _promise(
        made,
        "lower",
        ('activity = ["school_visit"]', "at_least = 8", 'per = "school_year"', _each(owner, "school", 8)),
        ("reserve = 2", "minutes = 120", "weight = 3", *_SCHOOL_HOURS),
    )
    yield _promise(
        made,
        "primary",
        ('activity = ["school_visit"]', "at_least = 12", 'per = "school_year"', _each(owner, "school", 1)),
        ("reserve = 2", "minutes = 90", "weight = 2", *_SCHOOL_HOURS),
    )
    yield _promise(
        made,
        "parents",
        (
            'activity = ["parents_meeting"]',
            "at_least = 1",
            'per = "school_year"',
            'audience = ["parents"]',
            f'for_each = {{ place = "school", {owner} }}',
        ),
        ("people = 2", "minutes = 90", "weight = 3", 'blocks = ["evening"]', 'between = ["08-18", "06-18"]'),
    )
    yield _promise(
        made,
        "clubs",
        (
            'activity = ["youth_club"]',
            "at_least = 22",
            'per = "school_year"',
            f'for_each = {{ place = "youth_club", {owner} }}',
        ),
        ("minutes = 120", "weight = 2", 'blocks = ["evening"]', 'between = ["08-18", "06-18"]'),
    )
    yield _promise(
        made,
        "mall",
        (
            'activity = ["presence"]',
            "at_least = 5",
            'per = "month"',
            f'for_each = {{ place = "shopping_centre", {owner} }}',
        ),
        ("minutes = 90", 'blocks = ["afternoon", "evening"]', 'weekdays = ["wed", "thu", "fri", "sat"]'),
    )


def _each(owner: str, kind: str, stage: int) -> str:
    return f'for_each = {{ place = "{kind}", teaches_stage = {stage}, {owner} }}'


def _promise(made: Municipality, name: str, terms: tuple[str, ...], series: tuple[str, ...]) -> Promise:
    return Promise(f"{made.tag}{name}", (*terms, f'by_role = "{made.role}"'), series)


def _wishes(made: Municipality) -> Iterator[tuple[str, ...]]:
    role = f'by_role = "{made.role}"'
    yield (
        f'id = "{made.tag}square"',
        'activity = "presence"',
        f'places = ["{made.tag}square"]',
        "at_least = 5",
        'per = "month"',
        "minutes = 60",
        'blocks = ["afternoon", "evening"]',
        'weekdays = ["fri", "sat"]',
        role,
    )
    yield (
        f'id = "{made.tag}hall"',
        'activity = "presence"',
        f'places = ["{made.tag}hall"]',
        "at_least = 4",
        'per = "month"',
        "minutes = 60",
        'blocks = ["afternoon", "evening"]',
        role,
    )
    yield (
        f'id = "{made.tag}night-walkers"',
        'activity = "partner_meeting"',
        f'places = ["{made.tag}square"]',
        "at_least = 2",
        'per = "month"',
        "minutes = 60",
        'blocks = ["evening"]',
        "weight = 2",
        role,
    )
