"""The solver: a good plan, and a proof of how good it is. `check.faults` tests what it gives."""

from politikontakt.core.planner.solve.run import plan

__all__ = ["plan"]
