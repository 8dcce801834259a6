"""The three sizes: one municipality, a district of 25, a country of 357."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from random import Random

from bench.instances import Instance
from bench.instances.calendar import leave, school_closed, weekday_between
from bench.instances.municipality import Municipality, municipality

YEAR = 2016
FIRST, LAST = date(YEAR, 8, 1), date(YEAR + 1, 7, 31)

Holdings = Mapping[str, Sequence[str]]
"""The people who hold each role, the whole year."""


def one_municipality(seed: int = 1) -> Instance:
    """A school year with two contacts and eight schools, about 380 items."""
    random = Random(seed)
    town = municipality("", random, primary=6, lower=2, clubs=3)
    return _instance(random, [town], {town.role: ("anna", "bjorn")})


def district(seed: int = 1, *, municipalities: int = 25, contacts: int = 40) -> Instance:
    """So many municipalities; some contacts serve two neighbours, so that parts hang together."""
    random = Random(seed)
    made = [_some_municipality(f"m{n + 1:03}-", random) for n in range(municipalities)]
    people = [f"c{n + 1:03}" for n in range(contacts)]
    holdings: dict[str, list[str]] = {each.role: [] for each in made}
    for number, person in enumerate(people):
        holdings[made[number % municipalities].role].append(person)
    for number, each in enumerate(made):
        if len(holdings[each.role]) == 1:
            holdings[each.role].append(holdings[made[number - 1].role][0])
    return _instance(random, made, holdings)


def country(seed: int = 1) -> Instance:
    """357 municipalities."""
    return district(seed, municipalities=357, contacts=571)


def _some_municipality(tag: str, random: Random) -> Municipality:
    return municipality(
        tag, random, primary=random.randrange(2, 6), lower=random.randrange(1, 3), clubs=random.randrange(1, 3)
    )


def _instance(random: Random, made: Sequence[Municipality], holdings: Holdings) -> Instance:
    people = sorted({person for each in holdings.values() for person in each})
    zones = [each.zone(name) for each in made for name in ("north", "centre", "coast")]
    files = {
        "planning.toml": _planning(random, made, zones),
        "places.csv": _csv(
            ("id", "name", "kind", "stage_from", "stage_to", "owner", "zone"),
            (
                (each.id, each.id, each.kind, *(each.stages or ("", "")), town.tag or "town", each.zone)
                for town in made
                for each in town.places
            ),
        ),
        "people.csv": _csv(("id", "name"), ((person, person.title()) for person in people)),
        "roles.csv": _csv(
            ("role", "person", "from"), ((role, person, FIRST) for role, some in holdings.items() for person in some)
        ),
        "closed_days.csv": _csv(("place", "first", "last", "reason"), _closed(random, made)),
        "availability.csv": _csv(
            ("person", "first", "last", "blocks", "kind"),
            ((person, *away) for turn, person in enumerate(people) for away in leave(random, YEAR, turn=turn)),
        ),
        "meetings.csv": _csv(
            ("id", "kind", "status", "date", "people", "start", "minutes", "place"), _meetings(made, holdings)
        ),
    }
    return Instance(_agreement(made), _without_clashes(files), FIRST, LAST)


def _closed(random: Random, made: Sequence[Municipality]) -> Iterable[tuple[object, ...]]:
    yield from (("", first, last, reason) for first, last, reason in school_closed(YEAR))
    for town in made:
        for place in town.places:
            if place.kind == "school":
                for _ in range(4):
                    day = weekday_between(random, date(YEAR, 8, 20), date(YEAR + 1, 6, 15))
                    yield place.id, day, day, "planning day"


def _meetings(made: Sequence[Municipality], holdings: Holdings) -> Iterable[tuple[object, ...]]:
    """Every municipality's contacts meet on one Tuesday afternoon a month, and with the council each quarter."""
    for number, town in enumerate(made):
        people = ";".join(holdings[town.role])
        for month in range(12):
            year, in_year = YEAR + (month + 7) // 12, (month + 7) % 12 + 1
            if in_year == 7:
                continue
            day = date.fromisocalendar(year, date(year, in_year, 14).isocalendar()[1], 2)
            clock = "12:00" if number % 2 else "13:00"
            yield f"{town.tag}staff-{day}", "staff", "planned", day, people, clock, 60, f"{town.tag}mall"


def _without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out meetings on which one of the people is away: nobody would have set them so."""
    meetings = list(csv.DictReader(io.StringIO(files["meetings.csv"].decode())))
    away: dict[str, list[Mapping[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(files["availability.csv"].decode())):
        if row["blocks"] in ("", "afternoon;evening", "afternoon"):
            away.setdefault(row["person"], []).append(row)

    def clashes(meeting: Mapping[str, str]) -> bool:
        absences = [row for person in meeting["people"].split(";") for row in away.get(person, ())]
        return any(row["first"] <= meeting["date"] <= row["last"] for row in absences)

    kept = [tuple(row.values()) for row in meetings if not clashes(row)]
    return {**files, "meetings.csv": _csv(tuple(meetings[0]), kept)}


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


_HEAD = f"""format = 1
id = "invented"
title = {{ nb = "Oppdiktet avtale" }}
municipality = "0000"
signed_on = {FIRST}
effective_from = {FIRST}
expires_on = {LAST}

[[party]]
id = "town"
name = "Kommunen"
kind = "municipality"

[[party]]
id = "police"
name = "Politiet"
kind = "police_district"
"""


def _agreement(made: Sequence[Municipality]) -> bytes:
    parts = [_HEAD]
    parts += [
        f'\n[[role]]\nid = "{town.role}"\ntitle = {{ nb = "Politikontakt" }}\nparty = "police"\n' for town in made
    ]
    for town in made:
        for promise in town.promises:
            parts.append(
                f'\n[[clause]]\nref = "{promise.id}"\ntitle = {{ nb = "Løfte" }}\ntext = {{ nb = "Løftet." }}\n'
            )
            parts.append(f'\n  [[clause.commitment]]\n  id = "{promise.id}"\n  title = {{ nb = "Løfte" }}\n')
            parts.append('  owed_by = ["police"]\n  owed_to = ["town"]\n  rule = "count"\n')
            parts += [f"  {line}\n" for line in promise.terms]
    return "".join(parts).encode()


_LIMITS = """[blocks]
morning = ["08:00", "11:30"]
afternoon = ["12:00", "15:30"]
evening = ["17:00", "20:30"]

[limits]
weekly_minutes = 1350
evenings_per_week = 2
saturdays_per_three_weeks = 1

[weights]
spread = 1.0
travel = 0.1
continuity = 25
evening_balance = 4
minute_balance = 0.0167

[travel]
"""


def _planning(random: Random, made: Sequence[Municipality], zones: Sequence[str]) -> bytes:
    parts = [_LIMITS, *(f"{zone} = {random.choice((10, 15, 20, 25, 30))}\n" for zone in zones)]
    for town in made:
        for promise in town.promises:
            parts.append(f'\n[[series]]\nid = "{promise.id}"\ncommitment = "{promise.id}"\n')
            parts += [f"{line}\n" for line in promise.series]
        for wish in town.wishes:
            parts.append("\n[[series]]\n" + "".join(f"{line}\n" for line in wish))
    return "".join(parts).encode()
