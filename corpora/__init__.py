"""Corpora hold programs whose answer is known, and read them."""
