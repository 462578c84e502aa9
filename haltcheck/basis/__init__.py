"""The words that every room may use; this room imports nothing of ours."""
