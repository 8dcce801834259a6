"""Places, days when schools are closed, partners, absences, and the municipality's public contact card."""
