"""Run the benchmarks: `python -m bench` all, `python -m bench engine pages` some.

A benchmark is a module of this folder with a function `figures()` that gives `Figure`s.
"""

import importlib
import pkgutil
import sys

import bench


def main(wanted: list[str]) -> None:
    """Print each figure as it comes."""
    for name in wanted or subjects():
        print(f"\n{name}", flush=True)
        for figure in importlib.import_module(f"bench.{name}").figures():
            print("  " + figure.line(), flush=True)


def subjects() -> list[str]:
    """The modules that have figures."""
    names = [each.name for each in pkgutil.iter_modules(bench.__path__) if not each.name.startswith("_")]
    return [name for name in names if hasattr(importlib.import_module(f"bench.{name}"), "figures")]


if __name__ == "__main__":
    main(sys.argv[1:])
