"""Let a partner say which place is theirs, so that a school hears of its moved visits at its own address.

Why: a visit names a school, and nobody knew whom to write to there. Safe while people work: a column with an
empty default, which no code in use reads. Rolling back drops it; addresses are then written by hand again.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_feed_address")]

    operations = [
        migrations.AddField(model_name="partner", name="place", field=models.TextField(blank=True, default="")),
    ]
