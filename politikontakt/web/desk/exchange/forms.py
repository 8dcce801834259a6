"""Choosing the files of a record, and saying yes to a preview."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from politikontakt.web.ui.forms import Form, FreeTextField, KeyedForm


class ManyFiles(forms.ClearableFileInput):
    """An input that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, at least one."""

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """Each of them a file that is not empty in name."""
        single = super().clean
        return [single(each, initial) for each in data] if data else [single(data, initial)]


class UploadForm(Form):
    """The folder's files, or the folder as one zip."""

    folder = FilesField(
        label=_("Files"),
        help_text=_("All files of the folder at once (agreement.toml, places.csv …), or the folder as a zip."),
        widget=ManyFiles(attrs={"multiple": True, "accept": ".csv,.toml,.zip"}),
        allow_empty_file=True,
    )


class ImportForm(KeyedForm):
    """Yes to a preview. `texts` are those that would be new in the record: asked about as if typed here."""

    texts = FreeTextField(required=False, widget=forms.HiddenInput)
