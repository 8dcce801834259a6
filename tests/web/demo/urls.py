"""The installation's addresses with the demo's, as where POLITIKONTAKT_DEMO is on."""

from django.urls import include, path

from politikontakt.config.urls import urlpatterns as others

urlpatterns = [path("", include("politikontakt.web.demo.urls")), *others]
