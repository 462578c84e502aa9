"""The open set of output formats: one file each, named as ``--format`` names it."""
