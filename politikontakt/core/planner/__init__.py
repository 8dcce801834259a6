"""The year plan: what is to be placed, what forbids it, how good a plan is, and the one that is best."""
