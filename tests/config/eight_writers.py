"""Eight writers on one SQLite file, each logging visits as fast as it can. Run by `test_writers.py`."""

# ruff: noqa: E402 – the application is started before what needs it is imported

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

os.environ["DJANGO_SETTINGS_MODULE"] = "politikontakt.config.settings"

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from politikontakt.config.checks import WANTED, found_settings
from politikontakt.modules.access.models import Municipality
from politikontakt.modules.access.tenants import within
from politikontakt.modules.activities.models import Activity
from politikontakt.modules.audit.queries import length, verify_chain
from tests import factories

WRITERS = 8


def write(municipality: Municipality, visits: int) -> int:
    """Log so many visits, each in a transaction of its own."""
    assert found_settings() == WANTED
    with within(municipality):
        for number in range(visits):
            factories.visit(date(2017, 1, 1) + timedelta(days=number))
    connection.close()
    return visits


def main(visits: int) -> None:
    """Print how many visits were acknowledged, stored and sealed, and how often the chain is broken."""
    call_command("migrate", verbosity=0)
    malvik = factories.malvik()
    with within(malvik):
        before = length()
    with ThreadPoolExecutor(WRITERS) as pool:
        acknowledged = sum(pool.map(write, [malvik] * WRITERS, [visits] * WRITERS))
    with within(malvik):
        print(acknowledged, Activity.objects.count(), length() - before, len(verify_chain()))


main(int(sys.argv[1]))
