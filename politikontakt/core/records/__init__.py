"""The records: what happened, as values, and the folder of CSV files they travel in."""
