"""Loads every module's rules, so that an address can name one."""

from importlib import import_module

MODULES = ("access", "directory", "agreements", "activities", "compliance", "planning")

for module in MODULES:
    import_module(f"politikontakt.modules.{module}.policies")
