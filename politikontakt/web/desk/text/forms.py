"""Choosing an agreement's file, and saying why it is stored."""

import base64
import binascii
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from politikontakt.web.ui.forms import Form, FreeTextField, KeyedForm

LARGEST = 2 * 1024 * 1024
"""Bytes: an agreement of hundreds of clauses has a tenth of that."""


class UploadAgreementForm(Form):
    """The file. Its faults are the agreement reader's to find; here only that it is one and not huge."""

    file = forms.FileField(
        label=_("The agreement's file"),
        help_text=_("A file in TOML, such as agreement.toml. You see what it holds before anything is stored."),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml,text/plain"}),
    )

    def clean_file(self) -> Any:
        """Not larger than an agreement can be."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is too large for an agreement (2 MB at most). Choose another."))
        return file

    @property
    def source(self) -> bytes:
        """The file's bytes."""
        content: bytes = self.cleaned_data["file"].read()
        return content


class ConfirmAgreementForm(KeyedForm):
    """The previewed file comes back byte for byte, with the reason for the audit trail.

    Its bytes travel as base64: a browser would change the line ends of plain text.
    """

    source = forms.CharField(widget=forms.HiddenInput)
    why = FreeTextField(
        label=_("Why it is stored"),
        max_length=500,
        rows=2,
        help_text=_("Such as: Signed. Or: The council, case 12/18."),
    )

    def clean_source(self) -> bytes:
        """The file's bytes."""
        try:
            return base64.b64decode(self.cleaned_data["source"], validate=True)
        except binascii.Error:
            raise forms.ValidationError(_("The preview was damaged on the way. Choose the file again.")) from None


def for_confirming(source: bytes) -> ConfirmAgreementForm:
    """The form under a preview."""
    return ConfirmAgreementForm(initial={"source": base64.b64encode(source).decode("ascii")})
