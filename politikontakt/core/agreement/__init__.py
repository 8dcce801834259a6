"""The agreement: its text, its parties and roles, and what each clause commits whom to."""
