"""A page that shows every shared part, for those who build: `/_kit/` while DEBUG is on."""

from datetime import date, timedelta
from typing import ClassVar

from django import forms
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from politikontakt.core.calendar.ranges import DayRange
from politikontakt.core.commitments.verdict import Standing
from politikontakt.web.ui.access import access
from politikontakt.web.ui.drawing.steps import Course
from politikontakt.web.ui.forms import Chips, ClockInput, DayInput, FreeTextField, KeyedForm, Toggle
from politikontakt.web.ui.requests import PageRequest

COUNTS = {"kept": 2, "on_track": 15, "at_risk": 4, "disputed": 1, "broken": 1, "not_due": 1, "not_measured": 6}
SCHOOL_YEAR = Course(
    period=DayRange(date(2017, 8, 1), date(2018, 7, 31)),
    today=date(2018, 3, 15),
    required=8,
    done=(date(2017, 9, 12), date(2017, 10, 24), date(2018, 1, 16)),
    planned=(date(2018, 3, 20), date(2018, 4, 10), date(2018, 4, 24), date(2018, 5, 8), date(2018, 5, 29)),
    expected=tuple(date(2017, 8, 23) + timedelta(days=45 * number) for number in range(8)),
    closed=(
        DayRange(date(2017, 10, 9), date(2017, 10, 13)),
        DayRange(date(2017, 12, 21), date(2018, 1, 2)),
        DayRange(date(2018, 6, 21), date(2018, 7, 31)),
    ),
)


class Example(KeyedForm):
    """One of each kind of field."""

    THEMES: ClassVar[list[tuple[str, str]]] = [("online", "Nettvett"), ("drugs", "Rus"), ("violence", "Vold")]

    school = forms.ChoiceField(
        label="Skole", choices=[("h", "Hommelvik ungdomsskole"), ("v", "Vikhammer ungdomsskole")]
    )
    day = forms.DateField(label="Dag", widget=DayInput())
    begins = forms.TimeField(label="Klokka", widget=ClockInput(), required=False)
    themes = forms.MultipleChoiceField(label="Tema", choices=THEMES, widget=Chips())
    minutes = forms.ChoiceField(
        label="Minutter", choices=[(n, n) for n in ("15", "30", "45", "60", "90")], widget=Toggle()
    )
    note = FreeTextField(label="Notat", help_text="Ikke skriv hvem det gjelder.", required=False)
    together = forms.BooleanField(label="Sammen med natteravnene", required=False)
    plan = forms.FileField(label="Fil", required=False)


@access("access.public")
def show(request: PageRequest) -> HttpResponse:
    """All parts on one page; `?shell=field` or `public` shows them in another frame; a sent form shows its errors."""
    shell = request.GET.get("shell", "desk")
    context = {
        "shell": f"ui/{shell if shell in {'desk', 'field', 'public', 'plain'} else 'desk'}.html",
        "standings": list(Standing),
        "counts": COUNTS,
        "course": SCHOOL_YEAR,
        "form": Example(request.POST or None),
        "trail": [("Politikontakt", "/")],
        "page": Paginator(range(300), 25).page(3),
        "today": date(2018, 3, 15),
    }
    return render(request, "ui/kit.html", context)
