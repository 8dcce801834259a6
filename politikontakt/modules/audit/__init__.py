"""The record of who wrote what: append-only rows, chained by hash for each municipality."""
