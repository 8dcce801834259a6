import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from politikontakt.core.agreement.lines import Path, lines_of

EXAMPLE = '''\
# a comment with "quotes" and [brackets]
title = "a # that is no comment"
long = """
one
two"""
raw = \'\'\'it's [not] a "table"\'\'\'
"quoted key" = 1
a.b.c = 2
list = [
  1, # one
  { x = 1, y = [2, 3] },

  "three",
]

[table]
key = 'x'

[[many]]
name = "first"

  [[many.inner]]
  n = 1

  [[many.inner]]
  n = 2

[[many]]
name = "second"

  [[many.inner]]
  n = 3
'''

LINES = {
    ("title",): 2,
    ("long",): 3,
    ("raw",): 6,
    ("quoted key",): 7,
    ("a",): 8,
    ("a", "b"): 8,
    ("a", "b", "c"): 8,
    ("list",): 9,
    ("list", 0): 10,
    ("list", 1): 11,
    ("list", 1, "x"): 11,
    ("list", 1, "y"): 11,
    ("list", 1, "y", 0): 11,
    ("list", 1, "y", 1): 11,
    ("list", 2): 13,
    ("table",): 16,
    ("table", "key"): 17,
    ("many",): 19,
    ("many", 0): 19,
    ("many", 0, "name"): 20,
    ("many", 0, "inner"): 22,
    ("many", 0, "inner", 0): 22,
    ("many", 0, "inner", 0, "n"): 23,
    ("many", 0, "inner", 1): 25,
    ("many", 0, "inner", 1, "n"): 26,
    ("many", 1): 28,
    ("many", 1, "name"): 29,
    ("many", 1, "inner"): 31,
    ("many", 1, "inner", 0): 31,
    ("many", 1, "inner", 0, "n"): 32,
}


def test_every_key_table_and_item_has_its_line():
    assert lines_of(EXAMPLE) == LINES


@pytest.mark.parametrize(
    "text",
    [
        'a = """x""""\nb = 1',  # a quotation mark just before the end
        "a = '''x''''\nb = 1",
        'a = "\\" [ \\\\"\nb = 1',  # escapes
        "a = 2020-01-01 10:00:00 # c\nb = 1",  # a space within a value
        '"a" = {}\nb = 1',
        "a = []\nb = 1",
        '"\\u0061" = 1\nb = 1',
    ],
)
def test_values_of_all_kinds_end_where_they_end(text: str):
    assert lines_of(text) == {("a",): 1, ("b",): 2}
    assert set(tomllib.loads(text)) == {"a", "b"}


KEYS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), exclude_characters="\r\n"), max_size=5)
SCALARS = st.one_of(st.booleans(), st.integers(-9, 9), st.text("ab\"'\\\n#[]{},= é", max_size=8), st.dates())
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=12
)


def paths(value: Any, at: Path = ()) -> Iterator[Path]:
    if at:
        yield at
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*at, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from paths(inner, (*at, position))


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_nothing_that_the_parser_finds_is_without_a_line(document: dict[str, Any]):
    text = tomli_w.dumps(document, multiline_strings=True)

    assert set(lines_of(text)) >= set(paths(tomllib.loads(text)))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), SCALARS), unique_by=lambda pair: pair[0], max_size=6))
def test_a_line_is_where_the_key_stands(pairs: list[tuple[str, Any]]):
    text = "".join(f"\n# {key} = 0\n{tomli_w.dumps({key: value})}" for key, value in pairs)
    written = text.split("\n")

    found = lines_of(text)

    assert {written[line - 1].split(" ")[0] for line in found.values()} == {key for key, _value in pairs}
