"""The solver: a plan that is good, and a proof of how good. It knows numbers only; `check.faults` tests what it gives."""

from politikontakt.core.planner.solve.run import plan

__all__ = ["plan"]
