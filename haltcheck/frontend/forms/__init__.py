"""The open set of forms: one file per group of constructs, found by its file name."""
