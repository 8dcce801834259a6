"""Values that are not what their key or column holds."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "not_text": (_("%(found)s is not text"), _("write text with quotation marks around it")),
    "empty_text": (_("the text is empty"), _("write it, or take the key away where it may be left out")),
    "text_too_long": (
        _("the text has %(length)s signs, and %(most)s is the most"),
        _("shorten it, and check that a quotation mark is not missing"),
    ),
    "national_id": (
        _("the text holds a national identity number"),
        _("take it out and write who it is about as a role, never as a person"),
    ),
    "not_code": (
        _("%(found)s is not a code"),
        _("use letters, digits, - and _ only, such as school_visit"),
    ),
    "not_list": (_("%(found)s is not a list of texts"), _('write ["one", "two"], or one text by itself')),
    "empty_list": (_("the list is empty"), _("name at least one")),
    "repeated_item": (_("%(found)s stands twice in the list"), _("keep one of them")),
    "not_table": (_("%(found)s is not a table"), _("write { key = value }")),
    "empty_table": (_("the table is empty"), _("say at least one thing in it")),
    "not_whole_number": (_("%(found)s is not a whole number"), _("write digits only, such as 8")),
    "below_zero": (_("%(found)s is below zero"), _("write 0 or more")),
    "too_small": (_("%(found)s is too small"), _("write %(least)s or more")),
    "too_large": (_("%(found)s is too large"), _("write %(most)s or less")),
    "not_number": (_("%(found)s is not a number"), _("write digits with a point before decimals, such as 12.5")),
    "not_above": (_("%(found)s is too small"), _("write a number above %(above)s")),
    "decimal_comma": (_("%(found)s has a comma before its decimals"), _("write a point instead, such as 12.5")),
    "not_share": (_("%(found)s is not a share"), _("write a number from 0 to 1, such as 0.6 for 60 percent")),
    "not_yes_no": (_("%(found)s is neither true nor false"), _("write true or false, without quotation marks")),
    "not_yes_no_cell": (_("%(found)s is neither yes nor no"), _("write yes or no")),
    "not_day": (_("%(found)s is not a day"), _("write it as YYYY-MM-DD, such as 2018-03-15")),
    "no_such_day": (_("%(found)s is a day that does not exist"), _("check the month and the day")),
    "day_far_away": (
        _("%(found)s is not between the years %(first)s and %(last)s"),
        _("check the year"),
    ),
    "not_clock": (_("%(found)s is not a time of day"), _("write it as HH:MM, such as 08:15")),
    "not_instant": (
        _("%(found)s is not a moment"),
        _("write it as YYYY-MM-DDTHH:MM, with an offset such as Z or +01:00 where it is known"),
    ),
    "not_month_day": (_("%(found)s is not a day of the year"), _('write month and day as "MM-DD", such as "08-01"')),
    "no_such_month_day": (
        _("%(found)s is not a day that every year has"),
        _('write month and day as "MM-DD", such as "08-01"'),
    ),
    "not_one_of": (_("%(found)s is not a word that can stand here"), _("write one of these: %(choices)s")),
    "not_two_stages": (
        _("%(found)s is not a first and a last school year"),
        _("write two numbers from 1 to 13, such as [8, 10]"),
    ),
    "stages_backwards": (_("%(found)s ends before it begins"), _("write the lower school year first")),
}
