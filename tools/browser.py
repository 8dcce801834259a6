"""See to it that Chromium is there for the browser tests; install it where that is possible."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Do nothing where a browser is found; else try Debian's package, and say what came of it."""
    if any(map(shutil.which, NAMES)):
        return
    print("No Chromium found; installing it …", flush=True)
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        subprocess.run(
            command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, stdout=subprocess.DEVNULL
        )
    if not any(map(shutil.which, NAMES)):
        print("Chromium could not be installed. Install it, or the browser tests can't run.", file=sys.stderr)
        if os.environ.get("CI") == "true":
            sys.exit(1)


if __name__ == "__main__":
    main()
