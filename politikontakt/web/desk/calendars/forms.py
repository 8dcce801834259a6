"""Choosing a school calendar's file, and ticking the grid."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from politikontakt.modules.directory.models import Place
from politikontakt.web.desk.calendars.looking import EVERY
from politikontakt.web.ui.forms import Form, FreeTextField, KeyedForm, LineField

LARGEST = 10 * 1024 * 1024
"""Bytes: fifty schools' tables of three years have a third of that."""


class UploadForm(Form):
    """A table of days, or an iCal file."""

    calendar = forms.FileField(
        label=_("File"),
        help_text=_("A table of days (.csv: dato, skole, elevdag …) or the school's calendar (.ics)."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.ics,text/csv,text/calendar"}),
        allow_empty_file=True,
    )

    def clean_calendar(self) -> "UploadedFile[bytes]":
        """No file that is larger than any calendar."""
        given: UploadedFile[bytes] = self.cleaned_data["calendar"]
        if (given.size or 0) > LARGEST:
            raise forms.ValidationError(_("The file is larger than 10 MB. Choose one with fewer years or schools."))
        return given


class GridForm(Form):
    """Why the days that are ticked now are without school."""

    reason = LineField(
        label=_("Why, of the days you tick now"),
        max_length=200,
        required=False,
        help_text=_("Such as planleggingsdag. Days that were ticked before keep what they had."),
    )


class StoreForm(KeyedForm):
    """Yes to a preview. The reasons are those that would be new in the record, whoever wrote them."""

    reason = FreeTextField(required=False, widget=forms.HiddenInput)


class WhichGrid(Form):
    """The school and the school year of the grid."""

    school = forms.ChoiceField(label=_("School"))
    year = forms.TypedChoiceField(label=_("School year"), coerce=int)

    def __init__(self, *args: Any, schools: list[Place], this_year: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        school: Any = self.fields["school"]
        school.choices = [(EVERY, _("Every school")), *((each.ref, each.name) for each in schools)]
        year: Any = self.fields["year"]
        years = range(this_year - 1, this_year + 3)
        year.choices = [(each, f"{each}/{(each + 1) % 100:02}") for each in years]
