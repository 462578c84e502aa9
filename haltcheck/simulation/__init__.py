"""Runs of a program: inputs are picked, holes are imagined, endings are watched.

This room knows nothing of proofs; what it finds are claims that the kernel may confirm.
"""
