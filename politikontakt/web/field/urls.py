"""The contact's phone, under `/<slug>/felt/`."""

from django.urls import path

from politikontakt.web.field.log import views as log
from politikontakt.web.field.today import views as today

app_name = "field"
HOME = "<slug:slug>/felt/"
urlpatterns = [
    path(f"{HOME}", today.today, name="today"),
    path(f"{HOME}mer/", today.more, name="more"),
    path(f"{HOME}logg/", log.log, name="log"),
    path(f"{HOME}logg/<str:ref>/", log.log, name="log_planned"),
]
