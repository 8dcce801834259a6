"""Print the terms and the dated examples of every rule kind into docs/explain/rules.md.

`python tools/rules_manual.py` writes the file anew; with `--check` it changes nothing and fails
where the manual is not current. What stands between `<!-- terms: KIND -->` (or `<!-- examples: KIND -->`)
and `<!-- end -->` is printed from the code and from tests/core/commitments/examples; the rest is
written by hand.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import tomli_w

from politikontakt.core.agreement.terms import specs
from politikontakt.core.commitments.rules import KINDS

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "explain" / "rules.md"
EXAMPLES = ROOT / "tests" / "core" / "commitments" / "examples"
_PART = re.compile(r"(<!-- (?P<what>terms|examples): (?P<kind>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

SHAPES = {
    "codes": "one code or a list",
    "code": "a code",
    "whole_number": "a whole number",
    "share": "0 to 1",
    "number": "a number above 0",
    "yes_no": "true or false",
    "day": "a date",
    "one_of": "one word",
    "role": "a role",
    "roles_counted": "role = how many",
    "parties": "one party or a list",
    "places_matching": "place, teaches_stage, owner",
    "stages": "two school years",
    "words": "one text or a list",
}


def main() -> int:
    """Write the manual, or say whether it is current."""
    written = MANUAL.read_text()
    current = _PART.sub(lambda found: f"{found[1]}{_part(found['what'], found['kind'])}{found[4]}", written)
    if "--check" not in sys.argv:
        MANUAL.write_text(current)
        return 0
    if written != current:
        print("docs/explain/rules.md is not current. Run: python tools/rules_manual.py", file=sys.stderr)
    return int(written != current)


def _part(what: str, kind: str) -> str:
    lines = terms(kind) if what == "terms" else examples(kind)
    return "".join(f"{line}\n" for line in lines)


def terms(kind: str) -> Iterator[str]:
    """A kind's terms as a table: what may stand there, and what holds where nothing does."""
    defaults = {each.name: each.default for each in fields(KINDS[kind])}
    yield "| Term | What stands there | Where nothing does | Can be amended |"
    yield "|---|---|---|---|"
    for name, spec in specs(KINDS[kind]).items():
        default = defaults[name]
        usual = "must be there" if default is MISSING else _value(default)
        yield f"| `{name}` | {SHAPES[spec.shape.name]} | {usual} | {'yes' if spec.amendable else 'no'} |"


def _value(value: Any) -> str:
    if value is None or value == ():
        return "–"
    if isinstance(value, bool):
        return "false" if not value else "true"
    if isinstance(value, Fraction):
        return f"{float(value):g}"
    return str(list(value)) if isinstance(value, tuple) else str(value)


def examples(kind: str) -> Iterator[str]:
    """The dated examples of a kind, the shared terms and rows first."""
    file = tomllib.loads((EXAMPLES / f"{kind}.toml").read_text())
    yield "Unless an example says otherwise:"
    yield ""
    yield from _block("toml", _toml(file["commitment"]))
    yield from _rows(file.get("records", {}))
    for each in file["example"]:
        yield from _example(each)


def _example(example: Mapping[str, Any]) -> Iterator[str]:
    yield f"**{example['title']}.** {example.get('says', '')}".rstrip()
    yield ""
    changed = {key: value for key, value in example.get("commitment", {}).items() if value is not False}
    dropped = [key for key, value in example.get("commitment", {}).items() if value is False]
    if changed or "amendment" in example:
        more = {"amendment": example["amendment"]} if "amendment" in example else {}
        yield from _block("toml", _toml({**changed, **more}))
    if dropped:
        yield f"Without {', '.join(f'`{each}`' for each in dropped)}."
        yield ""
    yield from _rows(example.get("records", {}))
    every = ", with `--all-periods`" if example.get("all_periods") else ""
    yield f"→ {_day(example['on'])}{every}: {_verdict(example['verdict'])}"
    yield ""


def _rows(records: Mapping[str, str]) -> Iterator[str]:
    for name, rows in records.items():
        if rows.strip():
            yield from _block("csv", f"# {name}.csv\n{rows.strip()}")
        else:
            yield f"No rows in {name}.csv."
            yield ""


def _block(language: str, text: str) -> Iterator[str]:
    yield f"```{language}"
    yield from text.strip().splitlines()
    yield "```"
    yield ""


def _toml(table: Mapping[str, Any]) -> str:
    """One line for each key, tables inside it on the same line."""
    return "\n".join(f"{key} = {_inline(value)}" for key, value in table.items())


def _inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_inline(inside)}" for key, inside in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").strip()


def _verdict(verdict: Mapping[str, Any]) -> str:
    where = [f"{verdict[key]}" for key in ("subject", "period") if verdict.get(key)]
    numbers = [
        f"{key} {_told(value)}"
        for key, value in verdict.items()
        if key not in ("subject", "period", "standing") and value is not False and value != []
    ]
    return f"{', '.join(where)} **{verdict['standing']}**{' – ' if numbers else ''}{' · '.join(numbers)}".lstrip()


def _told(value: Any) -> str:
    return ", ".join(f"{each}" for each in value) if isinstance(value, list) else f"{value}"


def _day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


if __name__ == "__main__":
    sys.exit(main())
