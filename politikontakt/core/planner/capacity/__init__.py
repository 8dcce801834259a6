"""Whether what is promised fits in the time that people have, month by month, and how much may be lost."""
