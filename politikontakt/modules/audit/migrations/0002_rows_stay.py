"""Let the database itself refuse to change or delete a row of the audit chain.

Why: the chain tells of a change afterwards; this keeps a slip, of a program or of a person with the database
open, from happening at all. Safe while people work: a trigger is made in a moment, no row is read, and the
program has never changed such a row. Rolling back takes the triggers away; the chain still tells.
"""

from django.db import migrations

from politikontakt.modules.audit import staying

TABLE = "audit_auditrow"


def protect(apps, schema_editor):
    """Every column of every row stays."""
    columns = [field.column for field in apps.get_model("audit", "AuditRow")._meta.local_concrete_fields]
    staying.never_changed(schema_editor, TABLE, columns)
    staying.never_deleted(schema_editor, TABLE)


def unprotect(apps, schema_editor):
    """Take the triggers away."""
    staying.changeable(schema_editor, TABLE)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect, elidable=False)]
