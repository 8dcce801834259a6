"""Ten visits at one school, read in five ways: period and rounding decide, and the table prints both numbers.

The agreement runs from 1 October 2016; of the school year 2016/17, 304 of 365 days are in force: 8 × 304 ÷ 365 = 6.66.
"""

from pathlib import Path

import pytest

from tests.cli.running import run

VISITS = (
    *("2016-11-08", "2016-12-06", "2017-01-17", "2017-03-14", "2017-05-23", "2017-06-13"),
    *("2017-09-12", "2017-09-26", "2017-10-03", "2017-11-14"),
)
AGREEMENT = """
format = 1
id = "five-readings"
title = { nb = "Fem lesemåter" }
municipality = "1663"
signed_on = 2016-10-03
effective_from = 2016-10-01
expires_on = 2019-09-30

[[party]]
id = "kommune"
name = "Malvik kommune"
kind = "municipality"

[[party]]
id = "distrikt"
name = "Trøndelag politidistrikt"
kind = "police_district"

[[role]]
id = "police_contact"
title = { nb = "politikontakt" }
party = "distrikt"

[[clause]]
ref = "P12"
title = { nb = "Besøk ved ungdomsskolen" }
text = { nb = "Minst åtte besøk i året." }
"""
READINGS = {
    "A": ("Kalenderår", "calendar_year", "round_down"),
    "B": ("Avtaleår", "agreement_year", "round_down"),
    "C": ("Skoleår, rundet ned", "school_year", "round_down"),
    "D": ("Skoleår, rundet opp", "school_year", "round_up"),
    "E": ("Skoleår, uavkortet", "school_year", "full"),
}
TABLE = """\
Fem lesemåter
Malvik kommune, Trøndelag politidistrikt

1. januar 2018, 5 avtalepunkter: 2 brutt, 3 i rute

P12   Besøk ved ungdomsskolen
      A: Kalenderår
      ✓ Oppfylt  2 av 2  Hommelvik ungdomsskole  2016
        Tallet er redusert, fordi bare en del av perioden teller.
      ✓ Oppfylt  8 av 8  Hommelvik ungdomsskole  2017
      → I rute   0 av 8  Hommelvik ungdomsskole  2018
        0 ventet til 1. januar.
      B: Avtaleår
      ✓ Oppfylt  8 av 8  Hommelvik ungdomsskole  avtaleår 1
      → I rute   2 av 8  Hommelvik ungdomsskole  avtaleår 2
        2 ventet til 1. januar.
      C: Skoleår, rundet ned
      ✓ Oppfylt  6 av 6  Hommelvik ungdomsskole  skoleåret 2016/17
        Tallet er redusert, fordi bare en del av perioden teller.
      → I rute   4 av 8  Hommelvik ungdomsskole  skoleåret 2017/18
        3 ventet til 1. januar.
      D: Skoleår, rundet opp
      ✗ Brutt   6 av 7  Hommelvik ungdomsskole  skoleåret 2016/17
        Tallet er redusert, fordi bare en del av perioden teller.
      → I rute  4 av 8  Hommelvik ungdomsskole  skoleåret 2017/18
        3 ventet til 1. januar.
      E: Skoleår, uavkortet
      ✗ Brutt   6 av 8  Hommelvik ungdomsskole  skoleåret 2016/17
      → I rute  4 av 8  Hommelvik ungdomsskole  skoleåret 2017/18
        3 ventet til 1. januar.
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    """Eight visits a year at the lower-secondary school, five times over."""
    file = tmp_path / "agreement.toml"
    file.write_text(AGREEMENT + "".join(commitment(name, *reading) for name, reading in READINGS.items()))
    return file


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """One school, one contact, ten visits."""
    visits = [f"v{number},school_visit,done,{day},us,b" for number, day in enumerate(VISITS, start=1)]
    for name, rows in {
        "places": ["id,name,kind,stage_from,stage_to", "us,Hommelvik ungdomsskole,school,8,10"],
        "people": ["id,name", "b,Berit Solhaug"],
        "roles": ["role,person,from,to", "police_contact,b,2016-10-01,"],
        "activities": ["id,kind,status,date,place,people", *visits],
    }.items():
        (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n")
    return tmp_path


def commitment(name: str, title: str, per: str, part_year: str) -> str:
    """The promise, read in one way."""
    return f"""
[[clause.commitment]]
id = "{name}"
title = {{ nb = "{title}" }}
owed_by = ["distrikt"]
owed_to = ["kommune"]
rule = "count"
activity = ["school_visit"]
by_role = "police_contact"
at_least = 8
per = "{per}"
part_year = "{part_year}"
for_each = {{ place = "school", teaches_stage = 8 }}
"""


def test_period_and_rounding_decide_and_the_table_prints_both_numbers(
    agreement: Path, records: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("COLUMNS", "80")

    ran = run(capsys, "judge", agreement, records, "--on", "2018-01-01", "--all-periods", "--language", "nb")

    assert (ran.status, ran.out) == (0, TABLE)
