"""The contact's phone as Django knows it: for its templates and static files."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """What a contact needs in the car."""

    name = "politikontakt.web.field"
    label = "field"
