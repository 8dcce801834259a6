"""The app `compliance`."""

from django.apps import AppConfig


class Compliance(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.compliance"
    label = "compliance"
