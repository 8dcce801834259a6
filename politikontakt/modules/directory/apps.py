"""The app `directory`."""

from django.apps import AppConfig


class Directory(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.directory"
    label = "directory"
