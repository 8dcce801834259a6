"""The shapes a term's value may have in an agreement file.

A shape turns the value that TOML gives into the value the rule uses, or says with which fault
code it can't. It knows the agreement's names (roles, parties) through `Names`, so that a role
that does not exist is found while reading.
"""

from politikontakt.core.agreement.shapes.base import Names, Shape, Wrong
from politikontakt.core.agreement.shapes.numbers import day, number, share, whole_number, yes_no
from politikontakt.core.agreement.shapes.parties import parties, party, role, roles_counted
from politikontakt.core.agreement.shapes.places import ForEach, places_matching, stages
from politikontakt.core.agreement.shapes.texts import codes, one_code, one_of, words

__all__ = [
    "ForEach",
    "Names",
    "Shape",
    "Wrong",
    "codes",
    "day",
    "number",
    "one_code",
    "one_of",
    "parties",
    "party",
    "places_matching",
    "role",
    "roles_counted",
    "share",
    "stages",
    "whole_number",
    "words",
    "yes_no",
]
