"""The phone's screen and the server's find the same, on every labelled note and on odd characters."""

import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from politikontakt.core.privacy.folding import digit
from politikontakt.core.privacy.screen import screen
from tests.core.privacy.labelled import NAMES, labelled_notes

PRIVACY_JS = Path(str(files("politikontakt.web.field"))) / "static/field/privacy.js"
RULES = Path(str(files("politikontakt.core.privacy"))) / "shared/screen.json"

SCRIPT = """
import { readFileSync } from "node:fs";
const { makeScreen } = await import(process.argv[2]);
const screen = makeScreen(JSON.parse(readFileSync(process.argv[3], "utf8")));
const { texts, names } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => screen(text, names))));
"""

ODD_TEXTS = [
    "",
    "😀 Ring 912 34 567 😀",  # two units a character on the phone
    "😀 15108695088",
    "𝟏𝟓𝟏𝟎𝟖𝟔𝟗𝟓𝟎𝟖𝟖",
    "١٥١٠٨٦٩٥٠٨٨ og ①⑤①⓪⑧⑥⑨⑤⓪⑧⑧",
    "15.10.1986 95088",
    "29020110048",
    "81000010170",
    "151086\n95088",
    "A\u030ase (14) og \u030aÅse (15)",
    "9\u200b12 34 567, ola＠example.no",
    "ﬁn dag, ½ time, ² meter",
    "12 34 56 78 90 12 34",
]


def node() -> str:
    beside_python = Path(sys.executable).with_name("node")
    return str(beside_python) if beside_python.exists() else shutil.which("node") or "node"


@pytest.fixture(scope="module")
def on_the_phone(tmp_path_factory: pytest.TempPathFactory):
    script = tmp_path_factory.mktemp("phone") / "screen.mjs"
    script.write_text(SCRIPT, encoding="utf-8")

    def run(texts: list[str], names: tuple[str, ...] = NAMES) -> list[dict[str, list[dict[str, object]]]]:
        done = subprocess.run(
            [node(), str(script), PRIVACY_JS.as_uri(), str(RULES)],
            input=json.dumps({"texts": texts, "names": names}),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return json.loads(done.stdout)

    return run


def on_the_server(text: str, names: tuple[str, ...] = NAMES) -> dict[str, list[dict[str, object]]]:
    """The server's answer, with positions as JavaScript counts them (UTF-16 units)."""
    units = [0]
    for char in text:
        units.append(units[-1] + (2 if ord(char) > 0xFFFF else 1))
    screening = screen(text, names)
    return {
        key: [{"kind": each.kind, "first": units[each.first], "after": units[each.after]} for each in found]
        for key, found in (("refused", screening.refused), ("toConfirm", screening.to_confirm))
    }


def test_phone_and_server_find_the_same_in_every_labelled_note(on_the_phone):
    texts = [note.text for note in labelled_notes()]

    assert on_the_phone(texts) == [on_the_server(text) for text in texts]


def test_phone_and_server_find_the_same_among_odd_characters(on_the_phone):
    assert on_the_phone(ODD_TEXTS) == [on_the_server(text) for text in ODD_TEXTS]


def test_phone_and_server_find_the_same_names_of_an_odd_list(on_the_phone):
    names = ("Ann Kari", "Ann", "Bo", "O'Brien", "Ann-Mari Vik", "Иван", "A.", "(Per)", "Åse", "  ", "-", "Jens")
    texts = [
        "Ann  Kari og ann-kari, Anns bok, Annette",
        "Bo bor, bo bor ikke, Bos bil",
        "O'Brien, o’brien, O'Briens hus, OBrien",
        "Møtte ann mari vik og Ann-Mari Viks mor",
        "Иван var her, Ивана ikke",
        "A. og (Per), per, A.B",
        "A\u030ase, ÅSES, jens', Jens's, Jensen",
    ]

    assert on_the_phone(texts, names) == [on_the_server(text, names) for text in texts]


def test_every_digit_of_every_script_is_the_same_digit_on_both(on_the_phone):
    nines = [chr(point) for point in range(128, 0x1FBFA) if not 0xD800 <= point < 0xE000 and digit(chr(point)) == "9"]
    texts = [f"1510869508{eight}" for eight in ("8",)] + [f"15108695088 {nine}" for nine in nines]
    texts += ["15108695088".replace("9", nine) for nine in nines]

    assert len(nines) > 60
    assert on_the_phone(texts) == [on_the_server(text) for text in texts]
