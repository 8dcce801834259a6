"""Let a partner say which place is theirs, so that a school hears of its moved visits at its own address.

Why: a visit names a school, and nobody knew whom to write to there. Safe while people work: a column with an
empty default, which no code in use reads. Rolling back drops it; addresses are then written by hand again.
"""

from django.db import migrations, models

from politikontakt.modules.audit import staying


def keep(apps, schema_editor):
    """The table may have been made anew: no partner is ever deleted, as before."""
    staying.never_deleted(schema_editor, "directory_partner")


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_feed_address"), ("audit", "0002_rows_stay")]

    operations = [
        migrations.AddField(model_name="partner", name="place", field=models.TextField(blank=True, default="")),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
