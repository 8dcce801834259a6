"""A small folder of records, and a terminal that is always as wide."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two schools and a square: three visits at the one, none at the other."""
    (tmp_path / "places.csv").write_text(
        "id,name,kind,stage_from,stage_to\nnordre,Nordre skole,school,8,10\nsondre,Søndre skole,school,8,10\n"
        "torget,Torget,street,,\nsenteret,Dalen senter,shopping_centre,,\n"
    )
    (tmp_path / "people.csv").write_text("id,name\nkari,Kari Berg\n")
    (tmp_path / "roles.csv").write_text("role,person,from\npolice_contact,kari,2020-01-01\n")
    (tmp_path / "activities.csv").write_text(
        "id,kind,status,date,place,people\n"
        "a1,school_visit,done,2020-09-01,nordre,kari\n"
        "a2,school_visit,done,2020-09-01,nordre,kari\n"
        "a3,school_visit,done,2020-09-15,nordre,kari\n"
        "a4,school_visit,cancelled,2020-10-01,nordre,kari\n"
        "a5,school_visit,done,2020-10-06,nordre,kari\n"
    )
    return tmp_path


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
