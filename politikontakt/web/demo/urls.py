"""Addresses of a demo. They exist only where the installation is one."""

from django.urls import path

from politikontakt.web.demo import views

app_name = "demo"
urlpatterns = [
    path("demo/inn/", views.be, name="be"),
    path("<slug:slug>/demo-dag/", views.set_day, name="day"),
]
