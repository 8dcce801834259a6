"""Codes into sentences: what the engine says, in the reader's language.

One file for each kind of code. The command line uses the same words as the pages. Every
function gives text in the active language; nothing here decides anything.
"""
