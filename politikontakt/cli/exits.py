"""The exit statuses of every command. 0 is well."""

FAULTY_INPUT = 2
"""Files or arguments that can't be used; all faults are on stderr."""
ASKED_TO_FAIL = 3
"""All went well, but something is as `--fail-on…` asked to be told."""
NOT_WRITTEN = 74
"""The answer could not be written, such as to a disk that is full; what was written is not all."""
INTERRUPTED = 130
PIPE_CLOSED = 141
