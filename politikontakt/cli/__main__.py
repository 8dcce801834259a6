"""`python -m politikontakt.cli` is the same as `politikontakt`."""

import sys

from politikontakt.cli import main

sys.exit(main())
