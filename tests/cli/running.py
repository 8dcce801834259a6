"""Running commands in the tests' own process, and agreements and folders to run them on."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from politikontakt.cli import main

ROOT = Path(__file__).parents[2]
MALVIK = ROOT / "agreements" / "malvik-2016.toml"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Ran:
    """Run `politikontakt` with these words. An argument that can't be used ends as it does in a shell."""
    capsys.readouterr()
    try:
        status = main([str(word) for word in words])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    captured = capsys.readouterr()
    return Ran(status, captured.out, captured.err)
