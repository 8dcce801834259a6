"""How long a slip of the thumb can be undone."""

from datetime import timedelta

from django.utils import timezone

from politikontakt.modules.activities.models import LostTime

UNDO_WITHIN = timedelta(minutes=10)


def may_undo(lost: LostTime) -> bool:
    """Whether it began less than ten minutes ago."""
    return timezone.now() - lost.recorded_at <= UNDO_WITHIN
