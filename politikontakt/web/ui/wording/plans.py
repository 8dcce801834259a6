"""A plan in words: what breaks a hard rule, and what stands in the way of an item that found no place."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from politikontakt.core.planner.hard.breach import PlanFault
from politikontakt.web.ui.wording.dates import day, day_in_year
from politikontakt.web.ui.wording.subjects import Names

Values = Mapping[str, object]

_FAULTS: Mapping[str, Callable[[], str]] = {
    "away": lambda: _("%(person)s is away on %(day)s."),
    "before_from": lambda: _("%(day)s is before the first day of the plan."),
    "block_full": lambda: _(
        "%(person)s has %(minutes)s minutes with travel in the %(block)s of %(day)s, which has room for %(most)s."
    ),
    "evenings_full": lambda: _("%(person)s has %(evenings)s evenings in week %(week)s; the limit is %(most)s."),
    "hit_row_stays": lambda: _("It still lies on %(day)s, a day that is lost."),
    "morning_after_evening": lambda: _(
        "%(person)s works the evening before %(day)s, and so has the morning of that day off."
    ),
    "no_times": lambda: _("The %(block)s of %(day)s has no hours at which all of this fits."),
    "not_a_visiting_day": lambda: _("Nothing can be planned there on %(day)s."),
    "not_in_role": lambda: _("%(person)s does not hold the role on %(day)s."),
    "outside_block": lambda: _("On %(day)s it does not begin and end within the %(block)s."),
    "outside_window": lambda: _(
        "%(day)s is too far from the day that spreads the work over the period. It may lie from %(first)s to %(last)s."
    ),
    "no_window": lambda: _("%(day)s is too far from the day that spreads the work over the period."),
    "overlap": lambda: _("%(person)s is in two places at once on %(day)s."),
    "place_closed": lambda: _("The place is closed on %(day)s."),
    "placed_twice": lambda: _("It is planned twice."),
    "same_day": lambda: _("On %(day)s there is already one of the same kind at the same place."),
    "saturdays_full": lambda: _("%(person)s has too many Saturdays in the three weeks up to %(day)s."),
    "unknown_item": lambda: _("Nobody asked for it."),
    "week_full": lambda: _("%(person)s has %(minutes)s minutes in week %(week)s; the limit is %(most)s."),
    "wrong_block": lambda: _("It may not lie in that part of the day."),
    "wrong_number_of_people": lambda: _("It needs %(needed)s at the same time, and has %(found)s."),
    "wrong_weekday": lambda: _("It may not lie on that day of the week."),
}

_CONFLICTS: Mapping[str, Callable[[], str]] = {
    "series": lambda: _("%(series)s at %(place)s must also find room"),
    "meeting": lambda: _("the meeting %(id)s"),
    "activity": lambda: _("%(id)s, which is planned or done already"),
    "availability": lambda: _("%(person)s is away from %(day)s"),
    "closed": lambda: _("%(place)s is closed from %(day)s"),
    "limit": lambda: _("the limit of %(limit)s for %(person)s in week %(week)s"),
    "role": lambda: _("too few hold the role %(role)s"),
    "block": lambda: _("it is too long for the %(block)s"),
    "window": lambda: _("no day is left in its part of the period"),
}


_BY_NAME = ("meeting", "activity")
"""What is called by what it is needs no other words."""


def blocks() -> Mapping[str, str]:
    """The parts of a day in a sentence."""
    return {"morning": _("morning"), "afternoon": _("afternoon"), "evening": _("evening")}


def _limits() -> Mapping[str, str]:
    return {
        "weekly_minutes": _("minutes a week"),
        "evenings_per_week": _("evenings a week"),
        "saturdays_per_three_weeks": _("Saturdays in three weeks"),
    }


def fault_sentence(fault: PlanFault, names: Names) -> str:
    """What breaks a hard rule, as a sentence. It does not say which rows: `fault.rows` names them."""
    known: dict[str, object] = {
        name: day_in_year(value) if isinstance(value, date) else value for name, value in fault.values.items()
    }
    if fault.day is not None:
        known["day"] = day(fault.day)
    if fault.person is not None:
        known["person"] = names.people.get(fault.person, fault.person)
    if "block" in known:
        known["block"] = blocks().get(str(known["block"]), known["block"])
    code = "no_window" if fault.code == "outside_window" and "first" not in known else fault.code
    return _FAULTS[code]() % known


def conflict_words(code: str, names: Names, called: Mapping[str, str] | None = None) -> str:
    """One part of a conflict, as part of a sentence.

    `called` says what is known by better names than its id: `meeting:ID`, `activity:ID`, `series:ID`, `role:ID`.
    """
    kind, _colon, rest = code.partition(":")
    values, known = dict(_parts(kind, rest, names)), called or {}
    if code in known:
        return known[code] if kind in _BY_NAME else _CONFLICTS[kind]() % {**values, "role": known[code]}
    values["series"] = known.get(f"series:{values['series']}", values["series"])
    return _CONFLICTS[kind]() % values


def _parts(kind: str, rest: str, names: Names) -> Values:
    first, _slash, more = rest.partition("/")
    second, _slash, third = more.partition("/")
    place = {"series": second, "closed": first}.get(kind, "")
    since = {"availability": second, "closed": second}.get(kind, "")
    person = {"availability": first, "limit": second}.get(kind, "")
    return {
        "series": first,
        "place": names.places.get(place, place),
        "id": rest,
        "person": names.people.get(person, person),
        "day": day(date.fromisoformat(since)) if since else "",
        "limit": _limits().get(first, first),
        "week": third,
        "role": rest,
        "block": blocks().get(rest, rest),
    }
