"""Make room for the tries to sign in that all workers count together.

Why: a limit that each worker counts for itself is as many limits as there are workers, and a guess at a code
gets as many tries. Safe while people work: a new table locks none that is in use. Rolling back drops it; the
counts, which live for minutes, begin anew.
"""

from django.core.management import call_command
from django.db import migrations

TABLE = "access_counted"


def make(apps, schema_editor):
    """The table as Django's own command makes it, under the name that the settings give."""
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


def drop(apps, schema_editor):
    """Drop it."""
    schema_editor.execute(f"DROP TABLE {TABLE}")


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunPython(make, drop, elidable=False)]
