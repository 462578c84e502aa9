"""Identifiers compare in the normal form that Python gives them."""

import unicodedata


def normal(word: str) -> str:
    """The NFKC form of an identifier: what the compiler would call it."""
    return word if word.isascii() else unicodedata.normalize("NFKC", word)
