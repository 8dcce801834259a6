"""Why an item found no place: the least that stands in its way, in codes.

Codes: `series:ID/PLACE/PERIOD`, `meeting:ID`, `activity:ID`, `availability:PERSON/FIRST`,
`closed:PLACE/FIRST`, `limit:NAME/PERSON/WEEK`, `role:NAME`, `block:NAME`, `window`.
"""

from politikontakt.core.planner.conflicts.explain import explain, explained

__all__ = ["explain", "explained"]
