"""Files of a planning case as they are after a slip: lines lost or doubled, other values, signs that don't belong."""

from pathlib import Path
from random import Random

FILES = ("planning.toml", "planning.toml", "availability.csv", "activities.csv", "meetings.csv", "places.csv")
VALUES = [
    *("0", "-1", "1", '""', '"x"', "[]", '["mon"]', "true", "1.5", "nan", "{}", "2016-01-01", '["08:00", "11:30"]'),
    *('[["a"]]', '"all"', "99999999", "1e5", '["02-30", "03-01"]', '["08:00"]'),
]
CELLS = ["", "x", "2016-02-30", "-5", "99:99", "a;b", '"', "yes", "9" * 30, "2016-01-01"]
SIGNS = '"[=\nø\x00,;|.9 '


def tear(random: Random, records: Path) -> None:
    """One or two slips in one file of the folder."""
    path = records / random.choice(FILES)
    lines = path.read_text("utf-8").split("\n") if path.exists() else ["person,first,last"]
    for _ in range(random.choice([1, 1, 2])):
        lines = torn(random, lines) or [""]
    path.write_text("\n".join(lines), "utf-8")


def torn(random: Random, lines: list[str]) -> list[str]:
    """The lines with one slip."""
    at = random.randrange(len(lines))
    before, line, after = lines[:at], lines[at], lines[at + 1 :]
    slips = [[], [line, line], [with_sign(random, line)]]
    if "=" in line:
        slips += [[f"{line.split('=')[0]}= {random.choice(VALUES)}"]] * 4
    if "," in line:
        cells = line.split(",")
        cells[random.randrange(len(cells))] = random.choice(CELLS)
        slips += [[",".join(cells)]] * 2
    return [*before, *random.choice(slips), *after]


def with_sign(random: Random, line: str) -> str:
    at = random.randint(0, len(line))
    return line[:at] + random.choice(SIGNS) + line[at + 1 :]
