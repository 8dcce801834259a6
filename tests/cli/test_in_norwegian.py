"""What the commands print, word by word, in both written forms."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.core.agreement.example import COUNT, SMALL
from tests.core.records.folders import DALEN_FILE

BOKMAL = """\
Avtale i Dalen
Dalen kommune, Dalen politidistrikt

2. november 2020, 4 avtalepunkter: 1 brutt, 1 på etterskudd, 2 i rute

1     Besøk
      V1: Åtte besøk
      → I rute         3 av 6  Nordre skole  skoleåret 2020/21
        2 ventet til 2. november. Én teller ikke: et annet samme dag teller, og en dag teller én
        gang. Én teller ikke: det ble avlyst. Som endret: Politirådet, sak 3/20.
      ! På etterskudd  0 av 6  Søndre skole  skoleåret 2020/21
        2 ventet til 2. november. Som endret: Politirådet, sak 3/20.

2     Råd
      M1: Politiråd
      → I rute  0 av 1  4. kvartal 2020
        0 ventet til 2. november.

3     Plan
      D1: Plan klar
      ✗ Brutt  innen 30. juni 2020

4     Steder
      → I rute  0 av 1  Dalen senter  november 2020
        0 ventet til 2. november.
      → I rute  0 av 1  Torget        november 2020
        0 ventet til 2. november.
"""
NYNORSK = """\
Avtale i Dalen
Dalen kommune, Dalen politidistrikt

2. november 2020, 4 avtalepunkt: 1 brote, 1 på etterskot, 2 i rute

1     Besøk
      V1: Åtte besøk
      → I rute        3 av 6  Nordre skole  skuleåret 2020/21
        2 venta til 2. november. Éin tel ikkje: eit anna same dag tel, og ein dag tel éin gong. Éin
        tel ikkje: det vart avlyst. Som endra: Politirådet, sak 3/20.
      ! På etterskot  0 av 6  Søndre skole  skuleåret 2020/21
        2 venta til 2. november. Som endra: Politirådet, sak 3/20.

2     Råd
      M1: Politiråd
      → I rute  0 av 1  4. kvartal 2020
        0 venta til 2. november.

3     Plan
      D1: Plan klar
      ✗ Brote  innan 30. juni 2020

4     Steder
      → I rute  0 av 1  Dalen senter  november 2020
        0 venta til 2. november.
      → I rute  0 av 1  Torget        november 2020
        0 venta til 2. november.
"""


@pytest.mark.parametrize(("language", "table"), [("nb", BOKMAL), ("nn", NYNORSK)])
def test_the_table_of_verdicts(language: str, table: str, folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02", "--language", language)

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.replace("\N{NO-BREAK SPACE}", " ") == table


def test_bokmal_is_spoken_where_no_language_is_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "judge", DALEN_FILE, folder, "--on", "2020-11-02")

    assert ran.out.replace("\N{NO-BREAK SPACE}", " ") == BOKMAL


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "mappa finnes ikke; se etter navnet, eller lag mappa"),
        ("nn", "mappa finst ikkje; sjå etter namnet, eller lag mappa"),
        ("en", "there is no such folder; check the name, or make the folder"),
    ],
)
def test_a_fault_on_stderr(language: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    nowhere = tmp_path / "nowhere"

    ran = run(capsys, "judge", DALEN_FILE, nowhere, "--language", language)

    assert (ran.status, ran.out, ran.err) == (2, "", f"{nowhere}: {said}\n")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("nb", ["Avtale i Dalen", "13 ting står åpne."]),
        ("nn", ["Avtale i Dalen", "13 ting står opne."]),
        ("en", ["Avtale i Dalen", "13 things are left open."]),
    ],
)
def test_what_an_agreement_leaves_open(
    language: str, lines: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    file = tmp_path / "dalen.toml"
    file.write_text(SMALL.replace("besøker skolene", "besøker skolene jevnlig") + COUNT)

    ran = run(capsys, "lint", file, "--language", language)

    assert ran.out.splitlines()[:2] == lines
    assert ran.out.count("[vague_word]") == 1
    assert "«jevnlig»" in ran.out
