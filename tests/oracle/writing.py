"""A case written as the files that people would hand over: one TOML text and a folder of CSV files."""

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

Rows = list[dict[str, str]]
BARE_KEYS = ("format", "id", "title", "municipality", "signed_on", "effective_from", "expires_on", "school_year_starts")


@dataclass(frozen=True)
class Case:
    """A small agreement, its records as cells, the day asked about, and how the files are written."""

    agreement: dict[str, Any]
    records: dict[str, Rows]
    on: date
    all_periods: bool
    separator: str = ","
    bom: bool = False

    @property
    def toml(self) -> bytes:
        return as_toml(self.agreement).encode()

    @property
    def folder(self) -> dict[str, bytes]:
        mark = b"\xef\xbb\xbf" if self.bom else b""
        return {f"{name}.csv": mark + as_csv(rows, self.separator) for name, rows in self.records.items() if rows}


def as_toml(agreement: dict[str, Any]) -> str:
    """The agreement as its people would write it."""
    lines = table_lines({key: agreement[key] for key in BARE_KEYS if key in agreement})
    for name in ("party", "role"):
        for each in agreement[name]:
            lines += ["", f"[[{name}]]", *table_lines(each)]
    for clause in agreement["clause"]:
        lines += ["", "[[clause]]", *table_lines({key: clause[key] for key in clause if key != "commitment"})]
        for each in clause.get("commitment", []):
            lines += ["", "  [[clause.commitment]]", *(f"  {line}" for line in table_lines(each))]
    for each in agreement.get("amendment", []):
        lines += ["", "[[amendment]]", *table_lines(each)]
    return "\n".join(lines) + "\n"


def table_lines(table: dict[str, Any]) -> list[str]:
    return [f"{key} = {as_value(value)}" for key, value in table.items()]


def as_value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {as_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(as_value(each) for each in value) + "]"
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    return f"{value}" if isinstance(value, int | date | Decimal) else json.dumps(value)


def as_csv(rows: Rows, separator: str) -> bytes:
    """The rows under one header; cells with several values keep clear of the separator."""
    text = io.StringIO()
    columns = list(dict.fromkeys(key for row in rows for key in row))
    writer = csv.DictWriter(text, columns, delimiter=separator, restval="", lineterminator="\n")
    writer.writeheader()
    parts = "|" if separator == ";" else ";"
    writer.writerows({key: cell.replace("|", parts) for key, cell in row.items()} for row in rows)
    return text.getvalue().encode()
