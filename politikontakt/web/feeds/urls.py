"""Addresses of calendars, all below the municipality's own."""

from django.urls import path

from politikontakt.web.feeds import views

app_name = "feeds"
urlpatterns = [
    path("<slug:slug>/kalender.ics", views.residents, name="residents"),
    path("<slug:slug>/kalender/<str:secret>.ics", views.secret, name="secret"),
]
