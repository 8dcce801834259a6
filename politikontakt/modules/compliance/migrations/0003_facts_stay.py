"""Let the database itself refuse to change or delete what a municipality has recorded.

Why: a fact is corrected by a new row that names it, never edited, and verdicts of past days rest on that. Only
two things of a fact change: whether it holds, once, and its place in its file. A register entry changes where
it stands, and is never deleted. Safe while people work: a trigger is made in a moment and no row is read; the
program has never done what is refused. Rolling back takes the triggers away.
"""

from django.db import migrations

from politikontakt.modules.audit import staying

FACTS = [
    ("access", "Holding"),
    ("directory", "ClosedDays"), ("directory", "Absence"), ("directory", "ContactCard"), ("directory", "FeedAddress"),
    ("agreements", "AgreementVersion"), ("agreements", "PlanningFile"), ("agreements", "Document"),
    ("agreements", "Judgement"), ("agreements", "Exemption"), ("agreements", "Dispute"), ("agreements", "Baseline"),
    ("agreements", "Measurement"),
    ("activities", "Activity"), ("activities", "Meeting"), ("activities", "Event"), ("activities", "Request"),
    ("activities", "LostTime"),
]  # fmt: skip
TAKING_PART = [("activities", "ActivityPerson"), ("activities", "MeetingPerson")]
ENTRIES = [
    ("access", "Person"), ("access", "Role"), ("directory", "Place"), ("directory", "Partner"),
    ("agreements", "Agreement"),
]  # fmt: skip
MAY_CHANGE = {"holds", "position"}


def protect(apps, schema_editor):
    """Set the triggers of every table."""
    for label in FACTS:
        fact = apps.get_model(*label)._meta
        staying.never_changed(schema_editor, fact.db_table, columns(fact, but=MAY_CHANGE))
        staying.never_revived(schema_editor, fact.db_table)
        staying.never_deleted(schema_editor, fact.db_table)
    for label in TAKING_PART:
        row = apps.get_model(*label)._meta
        staying.never_changed(schema_editor, row.db_table, columns(row))
        staying.never_deleted(schema_editor, row.db_table)
    for label in ENTRIES:
        staying.never_deleted(schema_editor, apps.get_model(*label)._meta.db_table)


def columns(options, but=frozenset()):
    """The columns of a table, but for some."""
    return [field.column for field in options.local_concrete_fields if field.column not in but]


def unprotect(apps, schema_editor):
    """Take the triggers away."""
    for label in (*FACTS, *TAKING_PART, *ENTRIES):
        staying.changeable(schema_editor, apps.get_model(*label)._meta.db_table)


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0002_row_level_security"),
        ("access", "0001_initial"),
        ("directory", "0002_feed_address"),
        ("agreements", "0001_initial"),
        ("activities", "0002_lost_time"),
        ("audit", "0002_rows_stay"),
    ]
    operations = [migrations.RunPython(protect, unprotect, elidable=False)]
