"""Let PostgreSQL itself keep municipalities apart, as a second wall behind the scoped managers.

Why: one query that forgets its scope must not show another municipality's rows. Safe while people
work: policies add no lock beyond a moment, and SQLite is left alone. Rolling back takes the policies
away; the scoped managers still stand. A later migration that changes rows opens `scopes_disabled()`.
"""

from django.db import migrations

BY_MUNICIPALITY = [
    "access_person", "access_role", "access_holding", "outbox_message",
    "directory_place", "directory_closeddays", "directory_absence", "directory_partner", "directory_contactcard",
    "agreements_agreement", "agreements_agreementversion", "agreements_planningfile", "agreements_document",
    "agreements_judgement", "agreements_exemption", "agreements_dispute", "agreements_baseline",
    "agreements_measurement", "activities_activity", "activities_meeting", "activities_event", "activities_request",
    "compliance_draft", "audit_head", "audit_auditrow",
]  # fmt: skip
BY_PARENT = {
    "activities_activityperson": ("activity_id", "activities_activity"),
    "activities_meetingperson": ("meeting_id", "activities_meeting"),
}
TOLD = "current_setting('politikontakt.municipality', true)"
OWN = f"({TOLD} = 'all' OR municipality_id::text = {TOLD})"


def conditions():
    """The table and what must hold for a row to be seen or written."""
    yield from ((table, OWN) for table in BY_MUNICIPALITY)
    for table, (column, parent) in BY_PARENT.items():
        yield table, f"({TOLD} = 'all' OR {column} IN (SELECT id FROM {parent}))"  # noqa: S608 – names from this file alone


def protect(apps, schema_editor):
    """Switch the policies on, for the tables' owner too."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, holds in conditions():
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY municipality ON {table} USING {holds} WITH CHECK {holds}")


def unprotect(apps, schema_editor):
    """Take the policies away."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, _ in conditions():
        schema_editor.execute(f"DROP POLICY municipality ON {table}")
        schema_editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0001_initial"),
        ("activities", "0001_initial"),
        ("agreements", "0001_initial"),
        ("audit", "0001_initial"),
        ("outbox", "0001_initial"),
    ]
    operations = [migrations.RunPython(protect, unprotect, elidable=False)]
