"""Carry out a run of the planner. Started by the application, in a process of its own."""

import os
import resource
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django_scopes import scopes_disabled

from politikontakt.modules.access.tenants import within
from politikontakt.modules.planning.launching import MEMORY, NICENESS, PROCESSOR_SECONDS
from politikontakt.modules.planning.models import Run
from politikontakt.modules.planning.running import carry_out, heard


class Command(BaseCommand):
    """`run_plan NUMBER`."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Which run."""
        parser.add_argument("run", type=int)

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, with less right to the processor than the pages have."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
        os.nice(NICENESS)
        with scopes_disabled():
            run = Run.objects.select_related("municipality").get(pk=options["run"])
        with within(run.municipality), heard(run):
            carry_out(run)
