import json
from pathlib import Path

import pytest

from politikontakt.core.agreement.lint import lint
from tests.cli.running import MALVIK, run
from tests.core.agreement.example import COUNT, SMALL, read


def test_json_has_code_clause_and_why_of_each_finding(capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "lint", MALVIK, "--json", "--language", "en")

    shown = json.loads(ran.out)["findings"]
    expected = lint(read(MALVIK.read_bytes()))
    assert (ran.status, ran.err) == (0, "")
    assert [(each["code"], each["clause"], each["commitment"]) for each in shown] == [
        (each.code, each.clause, each.commitment) for each in expected
    ]
    assert all(each["what"] and each["why"] and each["ask"] for each in shown)


def test_the_list_goes_clause_by_clause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("COLUMNS", "90")
    file = tmp_path / "dalen.toml"
    file.write_text(SMALL.replace("besøker skolene", "besøker skolene jevnlig") + COUNT)

    ran = run(capsys, "lint", file, "--language", "en")

    assert ran.out.splitlines()[:7] == [
        "Avtale i Dalen",
        "13 things are left open.",
        "",
        "1     Besøk",
        "    ? The clause has words that are explained nowhere in the agreement: «jevnlig». Two",
        "      people read them in two ways, and both may be right when it comes to judging.",
        "    → What shall the words mean here, in numbers, days or examples? [vague_word]",
    ]
    assert "\nThe agreement as a whole\n" in ran.out


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_finding_has_words_in_each_language(language: str, capsys: pytest.CaptureFixture[str]):
    ran = run(capsys, "lint", MALVIK, "--language", language)

    assert (ran.status, ran.err) == (0, "")
    assert "%(" not in ran.out
