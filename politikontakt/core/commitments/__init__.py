"""Verdicts: how each commitment stands on a day, from the agreement and the records alone."""
