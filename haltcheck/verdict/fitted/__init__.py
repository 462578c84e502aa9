"""Numbers that the judge weighs with, as data files."""
