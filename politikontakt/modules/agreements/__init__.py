"""The agreement as it was signed and changed, and what the parties say about it."""
