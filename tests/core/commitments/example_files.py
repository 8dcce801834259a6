"""Reading the dated examples: `examples/<kind>.toml` over `examples/common.toml`, through the real readers."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from politikontakt.core.agreement.model import Agreement
from politikontakt.core.agreement.read import read_agreement
from politikontakt.core.commitments.rules import KINDS
from politikontakt.core.faults import FaultyInput
from politikontakt.core.records.model import Records
from politikontakt.core.records.read import read_records

FOLDER = Path(__file__).parent / "examples"
COMMON = tomllib.loads((FOLDER / "common.toml").read_text())

Table = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """One example: the files it stands for, the day, and what the verdict must say."""

    kind: str
    title: str
    agreement: Agreement
    records: Records
    on: date
    all_periods: bool
    verdict: Table

    def __str__(self) -> str:
        return f"{self.kind}: {self.title}"


def kinds() -> list[str]:
    """Every file of examples, by the kind it is about."""
    return sorted(each.stem for each in FOLDER.glob("*.toml") if each.stem != "common")


def examples() -> Iterator[Example]:
    """Every example of every kind."""
    for kind in kinds():
        file = tomllib.loads((FOLDER / f"{kind}.toml").read_text())
        for each in file["example"]:
            try:
                yield _example(kind, file, each)
            except FaultyInput as faulty:
                raise ValueError(f"{kind}: {each['title']}: {faulty.faults}") from faulty


def _example(kind: str, file: Table, example: Table) -> Example:
    agreement = read_agreement(agreement_source(file, example), file=f"{kind}.toml", kinds=KINDS)
    rows = {**COMMON["records"], **file.get("records", {}), **example.get("records", {})}
    sources = {f"{name}.csv": text.encode() for name, text in rows.items() if text}
    return Example(
        kind=kind,
        title=example["title"],
        agreement=agreement,
        records=read_records(sources, agreement),
        on=example["on"],
        all_periods=example.get("all_periods", False),
        verdict=example["verdict"],
    )


def agreement_source(file: Table, example: Table) -> bytes:
    """The agreement as a file: common, then the kind's, then the example's own keys."""
    agreement = {**COMMON["agreement"], **file.get("agreement", {}), **example.get("agreement", {})}
    terms = {**COMMON["commitment"], **file.get("commitment", {}), **example.get("commitment", {})}
    commitment = {name: value for name, value in terms.items() if value is not False}
    clause = {"ref": "1", "title": {"nb": "Punkt 1"}, "text": {"nb": "Løftet"}, "commitment": [commitment]}
    amendments = [{"commitment": commitment["id"], **each} for each in example.get("amendment", [])]
    return tomli_w.dumps({**agreement, "clause": [clause], "amendment": amendments}).encode()


def told(verdict: Mapping[str, Any]) -> Table:
    """A verdict's JSON in the short form of the examples: the period by its label, lists as lines."""
    short = dict(verdict)
    short["period"] = verdict["period"]["label"]
    if "ignored" in short:
        short["ignored"] = [f"{each['id']}: {each['reason']}" for each in short["ignored"]]
    if "gaps" in short:
        short["gaps"] = [f"{each['first']} to {each['last']}" for each in short["gaps"]]
    if "target" in short:
        short["target"] = [short["target"]["low"], short["target"]["high"]]
    return short
