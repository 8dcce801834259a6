"""The operator's list of names, as a setting: what is read, and what is said when it can't be."""

import pytest

from politikontakt.config.demo.prepare import __file__ as demo
from politikontakt.config.env import SettingWrong
from politikontakt.config.listed_names import listed_names


def wrong(path: object) -> str:
    with pytest.raises(SettingWrong) as told:
        listed_names(str(path))
    return str(told.value)


def test_without_the_setting_there_is_no_list():
    assert listed_names("") == ()


def test_a_list_is_read_in_its_own_order(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text("Kristian\nAnn Kari\n", encoding="utf-8")

    assert listed_names(str(file)) == ("Kristian", "Ann Kari")


def test_a_file_that_is_not_there_is_named_with_what_to_do(tmp_path):
    file = tmp_path / "names.txt"

    assert wrong(file) == (
        f"POLITIKONTAKT_NAMES_FILE is “{file}”, which can't be read: No such file or directory. "
        "Set it to a file with one name on each line, readable for the server, or leave it out."
    )


def test_faulty_lines_are_told_by_number_and_never_by_what_stands_there(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text("Kristian\n15108695088\n+47\n", encoding="utf-8")

    said = wrong(file)

    assert said == (
        f"POLITIKONTAKT_NAMES_FILE, “{file}”, can't be used: line 2 holds a national identity number; "
        "line 3 is no name: it begins with something else than a letter, or holds a digit. "
        "Mend the file, and start again."
    )


def test_of_many_faults_the_first_are_told_and_the_rest_are_counted(tmp_path):
    file = tmp_path / "names.txt"
    file.write_text("1\n" * 7, encoding="utf-8")

    assert wrong(file).count("is no name") == 5
    assert ", and 2 more. Mend" in wrong(file)


def test_the_demos_own_list_can_be_used():
    names = listed_names(demo.replace("prepare.py", "names.txt"))

    assert "Kristian" in names
