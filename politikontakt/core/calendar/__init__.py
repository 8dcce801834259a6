"""Days and periods: which days count, which can be used, and how a year is cut into periods."""
