"""Addresses for residents. The municipality's own come last, for their first part is any slug."""

from django.urls import path

from politikontakt.web.public import views

app_name = "public"
urlpatterns = [
    path("", views.front, name="front"),
    path("personvern/", views.privacy, name="site_privacy"),
    path("tilgjengelighet/", views.accessibility, name="site_accessibility"),
    path("<slug:slug>/", views.municipality, name="municipality"),
    path("<slug:slug>/avtalen/", views.promises, name="promises"),
    path("<slug:slug>/personvern/", views.privacy, name="privacy"),
    path("<slug:slug>/tilgjengelighet/", views.accessibility, name="accessibility"),
]
