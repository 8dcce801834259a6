"""Calendars that other programs subscribe to: a contact's, a school's, and what residents may know."""
