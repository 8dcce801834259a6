"""The hard rules, one file each. A rule looks at everything that is laid and says what breaks it."""
