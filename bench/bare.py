"""The same two things as plainly as Django does them: a page with one query, a list of 25 rows with their people."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.django import Template
from django.urls import path
from django_scopes import scopes_disabled

from politikontakt.modules.access.models import Municipality
from politikontakt.modules.activities.models import Activity

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""What `startproject` begins with."""
ROWS = 25
PAGE = "<!DOCTYPE html><title>{{ one.name }}</title><h1>{{ one.name }}</h1><p>{{ one.number }}</p>"
LIST = """<!DOCTYPE html><title>{{ user }}</title><table>{% for row in rows %}
<tr><td>{{ row.happened_on }}</td><td>{{ row.kind }}</td><td>{{ row.place.name }}</td><td>{{ row.minutes }}</td>
<td>{% for each in row.takers_part.all %}{{ each.person.name }} {% endfor %}</td></tr>{% endfor %}</table>"""


@cache
def compiled(source: str) -> Template:
    """A template, read once as Django's loader does."""
    return engines["django"].from_string(source)


def page(request: HttpRequest) -> HttpResponse:
    """One row by its slug."""
    return HttpResponse(compiled(PAGE).render({"one": Municipality.objects.get(slug="malvik")}, request))


def rows(request: HttpRequest) -> HttpResponse:
    """The newest rows with place and people, for one who is signed in."""
    with scopes_disabled():
        newest = Activity.objects.select_related("place").prefetch_related("takers_part__person")
        shown = list(newest.order_by("-happened_on", "-id")[:ROWS])
    return HttpResponse(compiled(LIST).render({"rows": shown, "user": request.user}, request))


urlpatterns = [path("page/", page), path("rows/", rows)]
