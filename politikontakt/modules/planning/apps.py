"""The app `planning`."""

from django.apps import AppConfig


class Planning(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.planning"
    label = "planning"
