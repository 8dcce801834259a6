"""A second reading of how a year is planned, written from the description alone, that shares no line with the product.

`grid` says which items there are, `rules` what a plan may not do, `worth` what it is worth, `exhaust` tries every plan
of a small case, and `auditing` holds what the commands write against all of it.
"""
