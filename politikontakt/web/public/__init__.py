"""What residents see, without signing in."""
