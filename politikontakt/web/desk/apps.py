"""The desk as Django knows it: for its templates and tags."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Both parties' workspace."""

    name = "politikontakt.web.desk"
    label = "desk"
