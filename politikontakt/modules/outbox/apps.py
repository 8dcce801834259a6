"""The app `outbox`."""

from django.apps import AppConfig


class Outbox(AppConfig):
    """See the package's own words."""

    name = "politikontakt.modules.outbox"
    label = "outbox"
