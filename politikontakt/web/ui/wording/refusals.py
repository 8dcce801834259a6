"""What a service refused, as a sentence that says what to do. One for each `Refused.code`."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from politikontakt.modules.access.errors import Refused
from politikontakt.web.ui.templatetags.dates import day_year

Values = Mapping[str, Any]

SENTENCES: Mapping[str, Callable[[], str]] = {
    "overtaken": lambda: _("Somebody changed this while you were writing. Reload the page to see what it says now."),
    "national_id": lambda: _(
        "The text holds a national identity number. Take it out, and write what happened without saying who."
    ),
    "unseen_sign": lambda: _("The text holds a sign that nobody can see. Write that part anew instead of pasting it."),
    "ref_taken": lambda: _("“%(ref)s” is in use. Choose another short name."),
    "last_before_first": lambda: _("The last day, %(last)s, is before the first, %(first)s. Swap them or mend one."),
    "day_out_of_reach": lambda: _(
        "%(day)s is too far away: days go from %(earliest)s to %(latest)s. Check the year, and write all four digits."
    ),
    "no_address": lambda: _("“%(email)s” is no e-mail address. Write one such as kari@malvik.example."),
    "not_a_demo": lambda: _("Only a demo municipality can have a day of its own."),
    "no_slug": lambda: _("“%(slug)s” can't be part of an address. Use small letters a–z, digits and hyphens."),
    "slug_reserved": lambda: _("“%(slug)s” is an address of the installation itself. Choose another."),
    "stages_backwards": lambda: _("School years go from 1 to 13, the lowest first."),
    "closed_before_opened": lambda: _("The place closes before it opens. Swap the days or mend one."),
    "in_future": lambda: _("%(day)s lies ahead. Log the work on the day or later, or plan it instead."),
    "nobody_took_part": lambda: _("Say who took part: at least one person in a role."),
    "place_not_open": lambda: _("%(place)s was not open on %(day)s. Check the day, or the place's own days."),
    "already_out": lambda: _("Time is being lost already. Say that it is over, or take it back."),
    "unknown_cause": lambda: _("Choose one of the causes."),
    "longer_than_a_day": lambda: _("%(minutes)s minutes is not within a day. Write from 0 to 1440."),
    "answered_before_asked": lambda: _("The answer is dated before the request. Mend one of the days."),
    "unknown_status": lambda: _("Choose done, planned or cancelled, and one of the purposes."),
    "no_such_commitment": lambda: _("“%(name)s” is not in the agreement. Reload the page and choose again."),
    "no_such_subject": lambda: _(
        "The promise is made for nothing called “%(name)s”. Begin from the promise's own page."
    ),
    "other_agreement": lambda: _(
        "The file is of the agreement “%(found)s”, not of “%(expected)s”. "
        "Choose the right file, or import it as a new one."
    ),
    "nothing_new": lambda: _("The file is the same as the one that is stored. Nothing was changed."),
    "already_accepted": lambda: _("Your party has accepted this already."),
    "already_settled": lambda: _("This was settled %(on)s."),
    "unknown_word": lambda: _("“%(word)s” is none of the choices. Choose again."),
    "band_backwards": lambda: _("The value must lie between the low and the high end."),
    "draft_gone": lambda: _("The preview is gone. Choose the files again; nothing was stored."),
    "draft_stale": lambda: _(
        "Something was stored since the preview was made. Look at the changes again, then confirm."
    ),
    "no_settings": lambda: _(
        "The planner has no settings yet. Write planning.toml first: what is planned, and for how long."
    ),
    "run_ended": lambda: _("This plan has been accepted, stopped or discarded already. Ask for a new one."),
    "run_stale": lambda: _("Something was logged since the plan was laid. Ask for a new plan; nothing was changed."),
    "run_better": lambda: _("A better plan was found while you looked. Look at it, then accept; nothing was changed."),
    "not_planned": lambda: _("Only what is planned can be moved or confirmed."),
    "key_conflict": lambda: _(
        "This form has been sent before with other content. Look at what was stored, then open the form anew."
    ),
}


def refusal(refused: Refused) -> str:
    """The sentence for what was refused."""
    sentence = SENTENCES.get(refused.code)
    if sentence is None:
        return _("This could not be stored (%(code)s). Check the fields and try again.") % {"code": refused.code}
    values = {name: _readable(value) for name, value in refused.values.items()}
    return sentence() % values


def _readable(value: Any) -> Any:
    return day_year(value) if isinstance(value, date) else value
