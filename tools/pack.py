"""Build the wheel in `dist`: with assets and texts, so that it needs neither Node nor a clone where it is installed."""

import os
import shutil
from pathlib import Path

from setuptools.build_meta import build_wheel

ROOT = Path(__file__).resolve().parent.parent
LEFT_OVER = "build"


def main() -> None:
    """Build from nothing: what an earlier build left would be packed too."""
    os.chdir(ROOT)
    shutil.rmtree(LEFT_OVER, ignore_errors=True)
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    print(dist / build_wheel(str(dist)))


if __name__ == "__main__":
    main()
