"""`python -m tests.oracle.planner --runs 2000 --seed 1`: many cases of plan, replan and capacity, and what differs.

`--only replan` tries one command, `--show SEED` writes the files of a case into `--folder`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.oracle.planner.comparing import COMMANDS, case_differs, case_of


def main() -> int:
    """Compare from the first seed on; exit 1 when there are differences."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.planner")
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=COMMANDS, action="append")
    parser.add_argument("--patience", type=int, default=800, help="steps in trying every plan; 0 tries none")
    parser.add_argument("--large", action="store_true", help="some fifty to two hundred items")
    parser.add_argument("--show", type=int)
    parser.add_argument("--folder", type=Path, default=Path("case"))
    chosen = parser.parse_args()
    commands = chosen.only or list(COMMANDS)
    if chosen.show is not None:
        case = case_of(commands[0], chosen.show, chosen.folder, large=chosen.large)
        case.write(chosen.folder)
        print(case.words(commands[0]), *case_differs(commands[0], case, chosen.folder, chosen.patience), sep="\n")
        return 0
    found = 0
    for seed in range(chosen.seed, chosen.seed + chosen.runs):
        for command in commands:
            with tempfile.TemporaryDirectory(prefix="planned-") as folder:
                case = case_of(command, seed, Path(folder), large=chosen.large)
                different = case_differs(command, case, Path(folder), chosen.patience)
            found += bool(different)
            for line in different[:3]:
                print(f"{command} {seed}: {line}", flush=True)
    print(f"{chosen.runs} seeds from {chosen.seed}, {', '.join(commands)}: {found or 'no'} cases differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
