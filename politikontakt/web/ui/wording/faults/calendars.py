"""What is wrong in a school's calendar, a table of days or an iCal file."""

from django.utils.translation import gettext_lazy as _

PAIRS = {
    "not_day_of_calendar": (
        _("%(found)s is not a day"),
        _("write it as 2018-02-19 or 19.02.2018"),
    ),
    "not_ja_nei": (
        _("%(found)s does not say whether pupils come"),
        _("write Ja or Nei, or 1 or 0"),
    ),
    "day_said_twice": (
        _("line %(other_line)s says otherwise of %(school)s on %(day)s"),
        _("keep the row that is right"),
    ),
    "no_school_days": (
        _("there is no row in the file"),
        _("write one row for each school and day, or choose another file"),
    ),
    "not_ical": (
        _("this is not an iCal file"),
        _("export the calendar again as .ics, or use the table of days"),
    ),
    "no_events": (_("there is no event in the file"), _("choose another file")),
    "too_many_events": (
        _("the file has more than %(most)s events"),
        _("export only the school year, or only the school's own calendar"),
    ),
    "no_all_day_events": (
        _("no event lasts whole days between %(first)s and %(last)s"),
        _("check the years, and that holidays are all-day events"),
    ),
    "event_without_start": (_("the event has no first day"), _("write DTSTART, or take the event out")),
    "event_not_read": (_("%(found)s can't be read"), _("correct the event in the calendar and export it again")),
    "event_too_often": (
        _("the event comes several times a day"),
        _("take it out, for it is no day without school"),
    ),
    "event_time_zone": (
        _("the time zone %(found)s is described nowhere"),
        _("export the calendar with its time zones, or make the event all-day"),
    ),
    "event_ends_before": (
        _("the event ends before it begins"),
        _("correct the event in the calendar and export it again"),
    ),
}
