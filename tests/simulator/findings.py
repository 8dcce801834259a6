"""What a check found wrong."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that is wrong after a run, and in a sentence what.

    Kinds: `lost` (a text or a visit is nowhere, or the record lacks what was acknowledged), `doubled` (one entry stands
    twice), `unaudited` (a row without its audit row, or a broken chain), `disagreeing` (a phone shows something else
    than the server holds), `hidden` (a conflict that one of the two can't see), `answered` (the server answered
    otherwise than the sync promises).
    """

    kind: str
    what: str
