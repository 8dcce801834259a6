"""The whole record of a municipality, in and out as the files of the contract."""
