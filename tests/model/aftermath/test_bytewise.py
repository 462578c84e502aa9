"""Streams of bytes that are asked for the empty text, and twins that are asked for no bytes."""

import pytest

from haltcheck.api import check

PROGRAM = """


class Reader:
    def _skip(self, stream):
        char = stream.read(1)
        while not {mark}:
            char = stream.read(1)
            if char is None or char == {end}:
                raise ValueError("the end")
        return {then}
"""
ENDLESS = {
    "compared with bytes": ("char == b'!'", "''", "char"),
    "asked for its start": ("char.startswith(b'!')", "''", "char"),
    "joined to bytes": ("char.isspace()", "''", "b'!' + char"),
    "decoded": ("char.isspace()", "''", "char.decode()"),
}
ENDING = {
    "asked for empty bytes": ("char == b'!'", "b''", "char"),
    "compared with texts": ("char == '!'", "''", "char"),
    "compared with both": ("char in (b'!', '!')", "''", "char"),
    "joined to a text": ("char == b'!'", "''", "'!' + char"),
    "nothing is known of it": ("char.isspace()", "''", "char"),
}


def _codes(mark: str, end: str, then: str) -> list[str]:
    text = PROGRAM.replace("{mark}", mark).replace("{end}", end).replace("{then}", then)
    (report,) = check(text).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("parts", ENDLESS.values(), ids=ENDLESS)
def test_bytes_are_never_the_empty_text(parts: tuple[str, str, str]) -> None:
    """The stream ends, and is asked on for ever."""
    assert _codes(*parts) == ["HC102"]


@pytest.mark.parametrize("parts", ENDING.values(), ids=ENDING)
def test_what_may_be_a_text_ends(parts: tuple[str, str, str]) -> None:
    """The empty text is what a stream of texts gives at its end."""
    assert _codes(*parts) == []
