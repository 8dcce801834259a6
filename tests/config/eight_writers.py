"""Eight writers on one SQLite file, each logging visits as fast as it can: VISITS each, or as many as SECONDS allow.

Run by `test_writers.py` and by the benchmark of the database.
"""

# ruff: noqa: E402 – the application is started before what needs it is imported

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from time import monotonic

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


def write(municipality: Municipality, visits: int, until: float) -> int:
    """Log so many visits, each in a transaction of its own, or as many as there is time for."""
    assert found_settings() == WANTED
    logged = 0
    with within(municipality):
        while logged < visits and monotonic() < until:
            factories.visit(date(2017, 1, 1) + timedelta(days=logged % 400))
            logged += 1
    connection.close()
    return logged


def main(visits: int, seconds: float) -> None:
    """Print how many visits were acknowledged, stored and sealed, and how often the chain is broken."""
    call_command("migrate", verbosity=0)
    malvik = factories.malvik()
    with within(malvik):
        before = length()
    with ThreadPoolExecutor(WRITERS) as pool:
        until = monotonic() + seconds
        acknowledged = sum(pool.map(write, [malvik] * WRITERS, [visits] * WRITERS, [until] * WRITERS))
    with within(malvik):
        print(acknowledged, Activity.objects.count(), length() - before, len(verify_chain()))


main(int(sys.argv[1]), float(sys.argv[2]))
