"""Politikontakt: promises between police and municipality, judged from evidence."""

__version__ = "0.1.0"
