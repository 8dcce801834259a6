"""School calendars as others write them: a table of days, an iCal file; and what they would change."""
