"""A second engine, written from the contract alone, to try the first one against.

It is slow and plain on purpose: it walks day by day, keeps no clever sums and shares no line with
`politikontakt`. `inventing.py` makes small agreements and records from a seed, `comparing.py` asks
both engines and shows where they differ. `python -m tests.oracle --runs 20000 --seed 1` runs many.
"""
