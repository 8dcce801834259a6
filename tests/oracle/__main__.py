"""`python -m tests.oracle --runs 20000 --seed 1`: many cases, and the first differences found."""

import argparse
import sys

from tests.oracle.comparing import first_difference


def main() -> int:
    """Compare from the first seed on; stop after `--stop` differences. Exit 1 when there is one."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop", type=int, default=1)
    chosen = parser.parse_args()
    found = tried = 0
    for seed in range(chosen.seed, chosen.seed + chosen.runs):
        tried += 1
        difference = first_difference(seed)
        if difference:
            found += 1
            print(difference, end="\n\n", flush=True)
        if found == chosen.stop:
            break
    print(f"{tried} cases from seed {chosen.seed}: {found or 'no'} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
