"""What a process that serves pages carries with it."""

import subprocess
import sys

LOADS_EVERY_PAGE = """
import sys
import django
django.setup()
from django.urls import get_resolver

def load(resolver):
    for each in getattr(resolver, "url_patterns", ()):
        load(each)

load(get_resolver())
asked = {"numpy", "highspy", "recurring_ical_events", "politikontakt.web.desk.plan.views"}
print(" ".join(asked & set(sys.modules)))
"""


def test_pages_are_served_without_the_solver_and_the_reader_of_calendars(tmp_path, monkeypatch):
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "politikontakt.config.settings")
    monkeypatch.setenv("POLITIKONTAKT_VAR", str(tmp_path))

    ran = subprocess.run([sys.executable, "-c", LOADS_EVERY_PAGE], capture_output=True, text=True, check=True)

    assert ran.stdout.split() == ["politikontakt.web.desk.plan.views"]
