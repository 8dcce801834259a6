"""What is wrong in the records beyond their single cells."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "unknown_column": (
        _("%(found)s is not a column of this file"),
        _("take it away, or call it one of these: %(choices)s"),
    ),
    "missing_column": (_("the column is missing"), _("add it to the header row, and fill it in each row")),
    "repeated_column": (_("the column is there twice"), _("keep one of them")),
    "empty_column_name": (
        _("column number %(position)s has no name"),
        _("name it, or delete it and the separators that make it"),
    ),
    "wrong_cell_count": (
        _("the row has %(found)s cells, and the header has %(expected)s"),
        _("add or take away separators, and put quotation marks around text that holds one"),
    ),
    "empty_row": (_("all cells of the row are empty"), _("fill it in or delete it")),
    "empty_cell": (_("the cell is empty"), _("fill it in")),
    "repeated_id": (
        _("%(found)s is used before, on line %(other_line)s"),
        _("give this row an id of its own, or delete it if it says the same"),
    ),
    "last_before_first": (_("%(found)s is before %(first_key)s, %(first)s"), _("check both days")),
    "stage_to_below_from": (
        _("the last school year, %(found)s, is below the first, %(first)s"),
        _("check both"),
    ),
    "interval_backwards": (
        _("the low end, %(low)s, is above the high end, %(high)s"),
        _("check both, and the value, which stands for an end that is empty"),
    ),
    "place_not_open": (
        _("%(place)s is not open on %(day)s (opened: %(opened)s, closed: %(closed)s)"),
        _("check the place and the day, or the days in places.csv"),
    ),
    "unknown_place": (
        _("%(found)s is not a place in places.csv"),
        _("add it there, or use one of these: %(choices)s"),
    ),
    "unknown_member_place": (
        _("%(found)s, a member of commitment %(commitment)s, is not among the places"),
        _("add it to places.csv, or take it out of the agreement's members"),
    ),
    "unknown_person": (
        _("%(found)s is not a person in people.csv"),
        _("add them there if they hold a role, or use one of these: %(choices)s"),
    ),
    "unknown_subject": (
        _("%(found)s is nothing that this commitment is judged for"),
        _("leave it empty for all of them, or write a place or member: %(choices)s"),
    ),
}
