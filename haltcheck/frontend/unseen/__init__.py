"""What code of a file runs without spelling its name."""
