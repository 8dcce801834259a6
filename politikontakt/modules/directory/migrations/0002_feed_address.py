"""Make room for calendars that are subscribed to by a secret address, kept apart by municipality in PostgreSQL itself.

Why: a contact's and a school's calendar in the program they use. Safe while people work: a new table locks
none that is in use, and the policy is the one every tenant's table has. Rolling back drops the table: every
address leads nowhere then, and new ones must be made.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

TABLE = "directory_feedaddress"
TOLD = "current_setting('politikontakt.municipality', true)"
OWN = f"({TOLD} = 'all' OR municipality_id::text = {TOLD})"


def protect(apps, schema_editor):
    """Switch the policy on, for the table's owner too."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE {TABLE} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {TABLE} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY municipality ON {TABLE} USING {OWN} WITH CHECK {OWN}")


def pointing(to, **more):
    """A column that points at another row and keeps it from being deleted."""
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=to, **more)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("directory", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.UUIDField()),
                ("position", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("holds", models.BooleanField(default=True)),
                ("withdrawn", models.BooleanField(default=False)),
                ("municipality", pointing("access.municipality")),
                ("person", pointing("access.person", blank=True, null=True)),
                ("place", pointing("directory.place", blank=True, null=True)),
                ("recorded_by", pointing(settings.AUTH_USER_MODEL, blank=True, null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="directory.feedaddress",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "indexes": [models.Index(fields=["municipality", "holds", "position"], name="feedaddress_order")],
                "constraints": [
                    models.UniqueConstraint(fields=("municipality", "key"), name="feedaddress_key_once"),
                    models.CheckConstraint(
                        condition=models.Q(person__isnull=True, place__isnull=False)
                        | models.Q(person__isnull=False, place__isnull=True),
                        name="feed_of_one",
                    ),
                ],
            },
        ),
        # The policy goes with the table when the table is dropped.
        migrations.RunPython(protect, migrations.RunPython.noop, elidable=False),
    ]
