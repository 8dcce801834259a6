"""Let PostgreSQL itself keep the runs of municipalities apart, as for every other table.

Why: one query that forgets its scope must not show another municipality's plans. Safe while people work:
a policy adds no lock beyond a moment, and SQLite is left alone. Rolling back takes it away.
"""

from django.db import migrations

TOLD = "current_setting('politikontakt.municipality', true)"
OWN = f"({TOLD} = 'all' OR municipality_id::text = {TOLD})"


def protect(apps, schema_editor):
    """Switch the policy on, for the table's owner too."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("ALTER TABLE planning_run ENABLE ROW LEVEL SECURITY")
    schema_editor.execute("ALTER TABLE planning_run FORCE ROW LEVEL SECURITY")
    schema_editor.execute(f"CREATE POLICY municipality ON planning_run USING {OWN} WITH CHECK {OWN}")


def unprotect(apps, schema_editor):
    """Take the policy away."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute("DROP POLICY municipality ON planning_run")
    schema_editor.execute("ALTER TABLE planning_run NO FORCE ROW LEVEL SECURITY")
    schema_editor.execute("ALTER TABLE planning_run DISABLE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [("planning", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect, elidable=False)]
