"""The year plan: runs of the planner, what they propose, and what people accept, move and confirm."""
