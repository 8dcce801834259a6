"""The two forms of sign-in, allauth's checks in our look."""

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from django.utils.translation import gettext_lazy as _

from politikontakt.web.ui.forms import Form


class AskForCode(Form, RequestLoginCodeForm):  # type: ignore[misc]
    """Where to send the code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("The one you use at work.")
        self.fields["email"].widget.attrs |= {"autocomplete": "email", "placeholder": ""}


class ConfirmCode(Form, ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code from the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].widget.attrs |= {
            "autocomplete": "one-time-code",
            "placeholder": "",
            "autocapitalize": "characters",
        }
