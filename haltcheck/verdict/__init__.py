"""Evidence becomes verdicts and findings; plain Python.

This room weighs what proofs and rollouts showed, joins the answers of subjects to those of
functions and files, and decides what is worth a finding.
"""
