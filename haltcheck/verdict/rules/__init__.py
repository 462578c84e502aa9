"""The open set of rules: one file each, named by its code."""
