"""Laws are tried without a clock: a busy machine is no reason to fail."""

from hypothesis import settings

settings.register_profile("laws", deadline=None, print_blob=True)
settings.load_profile("laws")
