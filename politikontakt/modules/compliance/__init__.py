"""Evidence and terms to verdicts; and the whole record in and out as files."""
