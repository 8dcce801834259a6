"""Phones that log offline, a network that loses and doubles, and the server's own code: every run from a seed."""
