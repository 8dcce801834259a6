"""The app `access`."""

from django.apps import AppConfig


class Access(AppConfig):
    """Users, municipalities, roles."""

    name = "politikontakt.modules.access"
    label = "access"
