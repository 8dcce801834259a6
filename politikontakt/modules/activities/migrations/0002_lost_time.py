"""Make room for preventive time that was lost, kept apart by municipality in PostgreSQL itself.

Why: being called out leaves a class and minutes, and the parties see the sums. Safe while people work: a new
table locks none that is in use, and the policy is the one every tenant's table has. Rolling back drops the
table with what was noted in it; nothing else refers to it.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

TABLE = "activities_losttime"
TOLD = "current_setting('politikontakt.municipality', true)"
OWN = f"({TOLD} = 'all' OR municipality_id::text = {TOLD})"


def protect(apps, schema_editor):
    """Switch the policy on, for the table's owner too."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY municipality ON {TABLE} USING {OWN} WITH CHECK {OWN}")


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("activities", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LostTime",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField()),
                ("position", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("holds", models.BooleanField(default=True)),
                ("withdrawn", models.BooleanField(default=False)),
                ("happened_on", models.DateField()),
                ("cause", models.TextField()),
                ("minutes", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.municipality"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="activities.losttime",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "indexes": [models.Index(fields=["municipality", "holds", "position"], name="losttime_order")],
                "constraints": [models.UniqueConstraint(fields=("municipality", "key"), name="losttime_key_once")],
            },
        ),
        # The policy goes with the table when the table is dropped.
        migrations.RunPython(protect, migrations.RunPython.noop, elidable=False),
    ]
