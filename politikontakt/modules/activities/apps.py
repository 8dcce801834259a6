"""The app `activities`."""

from django.apps import AppConfig


class Activities(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.activities"
    label = "activities"
