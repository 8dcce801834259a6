"""The fixed word lists of the file formats, each in the order people see it."""

PARTY_KINDS = ("municipality", "police_district", "police_unit", "other")
PLACE_KINDS = (
    "school",
    "shopping_centre",
    "sports",
    "youth_club",
    "reception_centre",
    "street",
    "online",
    "other",
)
PURPOSES = ("preventive", "operative", "coordination", "other")
FIRST_STAGE, LAST_STAGE = 1, 13
"""School years, from the first of primary school to the last of upper secondary."""
