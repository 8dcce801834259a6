"""What exists only in a demo: being anybody, on any day."""
