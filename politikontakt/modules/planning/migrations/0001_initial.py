"""Make room for runs of the planner.

Why: a plan is laid in a process of its own, and what it proposes waits for a yes. Safe while people
work: a new table, nothing else is touched. Rolling back drops it; what was accepted stands in the log.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [("access", "0001_initial"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField()),
                ("kind", models.CharField(max_length=10)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("lost", models.JSONField(default=list)),
                ("seed", models.IntegerField(default=0)),
                ("seconds_at_most", models.PositiveIntegerField(default=60)),
                ("state", models.CharField(default="waiting", max_length=10)),
                ("stop_asked", models.BooleanField(default=False)),
                ("seconds", models.FloatField(default=0)),
                ("rows", models.JSONField(default=list)),
                ("moves", models.JSONField(default=list)),
                ("report", models.JSONField(default=dict)),
                ("faults", models.JSONField(default=list)),
                ("state_then", models.CharField(blank=True, max_length=64)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("heard_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="access.municipality"
                    ),
                ),
            ],
            options={"ordering": ["-id"]},
        ),
        migrations.AddConstraint(
            model_name="run",
            constraint=models.UniqueConstraint(fields=("municipality", "key"), name="run_key_once"),
        ),
    ]
