"""What importing refuses, beside faults in the files."""

from politikontakt.modules.access.errors import Refused


class DraftGone(Refused):
    """The folder was not confirmed within a day, or somebody else confirmed it. Choose the files again."""

    code = "draft_gone"


class DraftStale(Refused):
    """Something was written since the preview was shown. Look at the changes again."""

    code = "draft_stale"
