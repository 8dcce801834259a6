"""Reading the long table of school days."""

from datetime import date

import pytest

from politikontakt.core.calendar.imports.long_table import read_long_table
from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.faults import FaultyInput

HEAD = "dato,skole,elevdag,laererdag,sfodag,kommentar\n"


def read(text: str):
    return read_long_table(text.encode(), file="skolerute.csv")


def faults(text: str):
    with pytest.raises(FaultyInput) as caught:
        read(text)
    return [(each.code, each.line, each.key) for each in caught.value.faults]


def test_a_row_says_whether_pupils_come():
    [school] = read(
        HEAD
        + "2018-02-16,Hommelvik,Ja,Ja,Ja,\n"
        + "2018-02-19,Hommelvik,Nei,Nei,Ja,Vinterferie\n"
        + "2018-02-20,Hommelvik,Ja,Ja,Ja,\n"
    )

    assert (school.name, school.closed) == ("Hommelvik", {date(2018, 2, 19): "Vinterferie"})
    assert school.span == DayRange(date(2018, 2, 16), date(2018, 2, 20))


@pytest.mark.parametrize(
    "text",
    [
        # semicolons, a BOM, a Norwegian date, small letters, other order and a column of theirs
        "\ufeffskole;dato;elevdag;merknad\nHommelvik;19.02.2018;nei;hei\n",
        "dato;skole;elevdag\n19.2.18;Hommelvik;0\n",
        'Dato,Skole,Elevdag\n"2018-02-19"," Hommelvik ",NEI\n',
        "dato,skole,elevdag\n2018-02-19T00:00:00,Hommelvik,false\n",
        "dato,skole,elevdag\r\n19/2/2018,Hommelvik,N\r\n\r\n",
    ],
)
def test_tables_as_municipalities_write_them(text):
    assert [(each.name, dict(each.closed)) for each in read(text)] == [("Hommelvik", {date(2018, 2, 19): ""})]


def test_schools_keep_the_order_of_the_file():
    found = read(HEAD + "2018-02-19,Vikhammer,0,1,1,\n2018-02-19,Hommelvik,1,1,1,\n2018-02-20,Vikhammer,1,1,1,\n")

    assert [(each.name, len(each.closed)) for each in found] == [("Vikhammer", 1), ("Hommelvik", 0)]


def test_every_fault_has_its_line_and_column():
    text = (
        HEAD + "2018-02-30,Hommelvik,Ja,,,\nmandag,Hommelvik,kanskje,,,\n2018-02-19,,Ja,,,\n1899-01-01,Hommelvik,1,,,\n"
    )

    assert faults(text) == [
        ("no_such_day", 2, "dato"),
        ("not_day_of_calendar", 3, "dato"),
        ("not_ja_nei", 3, "elevdag"),
        ("empty_cell", 4, "skole"),
        ("day_far_away", 5, "dato"),
    ]


def test_the_same_day_said_twice_is_a_fault_only_where_the_rows_differ():
    same = "2018-02-19,Hommelvik,Ja,,,\n"

    assert len(read(HEAD + same + same)) == 1
    assert faults(HEAD + same + "2018-02-19,Hommelvik,Nei,,,\n") == [("day_said_twice", 3, "elevdag")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dato,skole\n2018-02-19,Hommelvik\n", [("missing_column", 1, "elevdag")]),
        ("dato,dato,skole,elevdag\n", [("repeated_column", 1, "dato")]),
        (HEAD, [("no_school_days", None, "")]),
        ("", [("missing_column", 1, "dato"), ("missing_column", 1, "skole"), ("missing_column", 1, "elevdag")]),
        (HEAD + "2018-02-19,Hommelvik\n", [("wrong_cell_count", 2, "")]),
        (HEAD + "2018-02-19,Hommelvik,Nei,,," + "x" * 201 + "\n", [("text_too_long", 2, "kommentar")]),
    ],
)
def test_a_table_that_is_none(text, expected):
    assert faults(text) == expected


def test_text_that_is_not_utf8_is_named():
    with pytest.raises(FaultyInput) as caught:
        read_long_table((HEAD + "2018-02-19,Sæter,Nei,,,\n").encode("latin-1"), file="skolerute.csv")

    assert [(each.code, each.line) for each in caught.value.faults] == [("not_utf8", 2)]
