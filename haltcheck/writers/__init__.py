"""Verdicts become words; the keeper of rich and msgspec.

This room chooses how things are said. It decides nothing, and it knows nothing of how a program
was read, modelled or proved.
"""
