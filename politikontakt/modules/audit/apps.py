"""The app `audit`."""

from django.apps import AppConfig


class Audit(AppConfig):
    """The chain of who wrote what."""

    name = "politikontakt.modules.audit"
    label = "audit"
