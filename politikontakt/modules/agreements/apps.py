"""The app `agreements`."""

from django.apps import AppConfig


class Agreements(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.agreements"
    label = "agreements"
