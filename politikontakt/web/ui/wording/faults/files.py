"""Files that can't be opened, decoded or split into keys and cells."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "no_such_file": (_("there is no such file"), _("check the name and the folder")),
    "no_such_folder": (_("there is no such folder"), _("check the name, or make the folder")),
    "is_a_folder": (_("this is a folder, not a file"), _("name the file in it")),
    "not_a_folder": (_("this is not a folder"), _("name the folder that holds the .csv files")),
    "cannot_read": (_("the file can't be read (%(says)s)"), _("check who may read it")),
    "cannot_write": (_("it can't be written to (%(says)s)"), _("check who may write there, and that there is room")),
    "out_is_records": (
        _("the answer would take the place of the records in %(found)s"),
        _("choose another folder"),
    ),
    "cannot_use": (_("it can't be used (%(says)s)"), _("check the name, and who may use it")),
    "missing_file": (_("the file is not there"), _("put it in the folder of records")),
    "no_agreement": (
        _("no agreement is stored, and the folder has none"),
        _("put the agreement’s file in the folder as agreement.toml"),
    ),
    "not_a_zip": (
        _("the file is no zip that can be opened"),
        _("pack the folder again, or choose its files one by one"),
    ),
    "zip_too_large": (
        _("there is more in the zip than a record can hold"),
        _("pack only the folder’s own files, or choose them one by one"),
    ),
    "same_name_twice": (
        _("%(other)s is a file of the same name"),
        _("keep the one that is meant, for a folder has each file once"),
    ),
    "unknown_file": (
        _("%(found)s is none of the files of the records"),
        _("rename it to the file that it is (%(choices)s), or move it out of the folder"),
    ),
    "not_utf8": (_("the text is %(encoding)s, not UTF-8"), _("save the file again as UTF-8")),
    "control_character": (
        _("sign number %(position)s is one that nobody can see (%(character)s)"),
        _("delete it"),
    ),
    "quote_not_closed": (
        _("a quotation mark is opened in this row and never closed, so the rest of the file can't be read"),
        _("close it, or write two of them where the text has one"),
    ),
    "text_after_quote": (
        _("there is text after a closing quotation mark"),
        _('put the mark at the end of the cell, or write "" where the text has one'),
    ),
    "not_toml": (_("the line can't be read as TOML (%(says)s)"), _("look at it and the line above it")),
    "toml_repeated_key": (
        _("the key is given twice in the same table (%(says)s)"),
        _("keep one of them, or begin a new table above it"),
    ),
    "toml_repeated_table": (
        _("the table is begun twice (%(says)s)"),
        _("write [[name]] for one more of a kind, or put the two together"),
    ),
    "toml_no_such_day": (
        _("the day or the time does not exist"),
        _("write a day that exists as YYYY-MM-DD, without quotation marks"),
    ),
    "toml_control_character": (
        _("the line holds a sign that nobody can see (%(says)s)"),
        _("delete it, or write a line break in a text with three quotation marks around it"),
    ),
    "toml_string_not_closed": (
        _("a text is opened and never closed"),
        _("put the quotation mark, or all three of them, at the end of the text"),
    ),
    "toml_list_not_closed": (_("a list is opened and never closed"), _("put ] at its end, and commas between")),
    "toml_table_not_closed": (
        _("a table in braces is opened and never closed"),
        _("put } at its end, on the same line, and commas between"),
    ),
    "toml_no_equals": (_("there is no = after the key"), _("write key = value")),
    "toml_bad_value": (
        _("what stands after = is no value"),
        _("put quotation marks around text, write days as YYYY-MM-DD, and true or false in small letters"),
    ),
    "toml_bad_escape": (
        _("a backslash stands before a sign that it can't change"),
        _("write two backslashes for one, or use single quotation marks around the text"),
    ),
    "toml_too_deep": (_("lists or tables lie too deep inside each other"), _("write them flat")),
    "toml_number_too_long": (_("a number has more digits than any number here can have"), _("find it and shorten it")),
}
