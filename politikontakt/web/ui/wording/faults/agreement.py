"""What is wrong in an agreement file beyond its single values."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "unknown_format": (
        _("%(found)s is not a format that this program reads"),
        _("write format = %(known)s, or use a newer program"),
    ),
    "missing_key": (_("the key is missing"), _("write it")),
    "missing_tables": (_("there is none in the file"), _("write at least one [[table]] of this name")),
    "not_tables": (_("it is not a list of tables"), _("begin each one with double brackets, [[table]]")),
    "unknown_key": (
        _("%(found)s is not a key that can stand here"),
        _("check the spelling, or use one of these: %(choices)s"),
    ),
    "not_texts": (
        _("%(found)s is not a text with its language"),
        _('write the language too: { nb = "…" }'),
    ),
    "no_language": (_("the text is given in no language"), _('write at least one: { nb = "…" }')),
    "not_language": (
        _("%(found)s is not a code for a language"),
        _("use two or three small letters, such as nb, nn, en or se"),
    ),
    "not_id": (_("%(found)s is not an id"), _("use small letters a to z, digits, - and _ only")),
    "not_commitment_id": (_("%(found)s is not an id"), _("use letters a to z, digits, - and _ only")),
    "repeated_name": (
        _("%(found)s is used before, on line %(other_line)s"),
        _("give one of them another name, and change what refers to it"),
    ),
    "unknown_time_zone": (_("%(found)s is not a time zone"), _('write one such as "Europe/Oslo"')),
    "expires_before_start": (
        _("the agreement ends on %(found)s, before it begins on %(first)s"),
        _("put the last day in force after the first, or on it"),
    ),
    "unknown_rule": (_("%(found)s is not a kind of rule"), _("use one of these: %(choices)s")),
    "term_of_another_rule": (
        _("%(found)s is a term of %(kinds)s, not of %(rule)s"),
        _("take it away, or use one of these: %(choices)s"),
    ),
    "unknown_role": (
        _("%(found)s is not a role of the agreement"),
        _("add it as a [[role]], or use one of these: %(choices)s"),
    ),
    "unknown_party": (
        _("%(found)s is not a party to the agreement"),
        _("add it as a [[party]], or use one of these: %(choices)s"),
    ),
    "unknown_commitment": (
        _("%(found)s is not a commitment of the agreement"),
        _("check the spelling, or use one of these: %(choices)s"),
    ),
    "not_amendable": (
        _("%(found)s can't be amended"),
        _("make a new commitment for it, or change one of these: %(choices)s"),
    ),
    "document_or_event": (
        _("a deadline needs a document or an event"),
        _('write document = "…" or event = "…"'),
    ),
    "document_and_event": (
        _("a deadline is for a document or for an event, not for both"),
        _("keep one of them, and make another commitment of the other"),
    ),
    "attached_event": (
        _("only a document can be attached, and this deadline is for an event"),
        _("take attached away, or name a document"),
    ),
    "places_with_for_each": (
        _("places that are named as members stand without for_each"),
        _("take for_each away, or let each_of be something else"),
    ),
}
