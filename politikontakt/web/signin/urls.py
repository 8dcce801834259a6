"""Addresses of sign-in. The names are those allauth looks for."""

from django.urls import path

from politikontakt.web.signin import views

urlpatterns = [
    path("inn/", views.ask, name="account_login"),
    path("inn/be-om-kode/", views.ask, name="account_request_login_code"),
    path("inn/kode/", views.confirm, name="account_confirm_login_code"),
    path("inn/videre/", views.onward, name="onward"),
    path("ut/", views.leave, name="account_logout"),
    path("inn/stengt/", views.inactive, name="account_inactive"),
]
