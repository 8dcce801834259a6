"""Addresses that belong to no audience: the choice of language, and for those who build, the kit."""

from django.conf import settings
from django.urls import path

from politikontakt.web.ui import kit, language

urlpatterns = [
    path("sprak/<str:code>/", language.choose, name="language"),
    *([path("_kit/", kit.show, name="kit")] if settings.DEBUG else []),
]
