"""The rule kinds, one file each: the terms a file may set, and how the promise is judged."""
