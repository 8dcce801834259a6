"""What is wrong in planning.toml, or between it and the agreement and records it plans for."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "not_two_clocks": (
        _("%(found)s is not a first and a last time of day"),
        _('write both as HH:MM, such as ["08:00", "11:30"]'),
    ),
    "not_two_month_days": (
        _("%(found)s is not a first and a last day of the year"),
        _('write both as MM-DD, such as ["08-15", "06-10"]'),
    ),
    "not_people": (
        _("%(found)s does not say how many people are needed"),
        _('write a number from 1 on, or "all" for everyone in the role'),
    ),
    "block_backwards": (_("%(found)s ends before it begins"), _("write the earlier time first")),
    "blocks_overlap": (
        _("%(block)s begins before %(other)s has ended"),
        _("let one end before the next begins"),
    ),
    "commitment_not_count": (
        _("%(found)s is not judged by a count, so there is no number to plan"),
        _("name a commitment with the rule count, or describe the wish without a commitment"),
    ),
    "places_beside_for_each": (
        _("commitment %(commitment)s says itself which places it holds for"),
        _("take places away"),
    ),
    "places_missing": (
        _("commitment %(commitment)s holds for no place by itself"),
        _("name the places to plan it at"),
    ),
    "minutes_below_min": (
        _("%(found)s minutes are fewer than the %(least)s that commitment %(commitment)s asks for"),
        _("write %(least)s or more"),
    ),
    "too_many_to_plan": (
        _("%(found)s are more than can be planned at one place in one period"),
        _("ask for %(most)s at most, reserve included"),
    ),
    "key_beside_commitment": (
        _("%(found)s is taken from commitment %(commitment)s"),
        _("take it away, or take the commitment away"),
    ),
    "unknown_zone": (
        _("%(found)s is not a zone in [travel]"),
        _("add it to [travel] in planning.toml, or use one of these: %(choices)s"),
    ),
    "meeting_on_absence": (
        _("%(person)s is to be at the meeting %(id)s, and is away that day (%(other_file)s, line %(other_line)s)"),
        _("move the meeting, or correct the absence"),
    ),
    "confirmed_on_absence": (
        _("%(person)s is to do %(id)s, which is confirmed, and is away that day (%(other_file)s, line %(other_line)s)"),
        _("take the confirmation back, or correct the absence"),
    ),
    "meetings_in_one_block": (
        _("the meetings %(id)s and %(other)s share people and a part of the day"),
        _("give both a start, or move one of them"),
    ),
}
