"""Numbers below zero that code in front of the loop refuses by itself."""

import pytest

from haltcheck.api import check

CHUNK = """
def chunk(sock, size: int):
    {before}
    while size:
        read = sock.recv_into(view, size)
        if read == 0 and size > 0:
            raise OSError("closed")
        view = view[read:]
        size -= read
"""


@pytest.mark.parametrize(
    ("before", "conditions"),
    [
        ("view = memoryview(bytearray(size))", []),
        ("view = bytes(size)", []),
        ("view = memoryview(bytearray(64))", ["size < 0"]),
        ("view = bytes(size) if sock.ready else b''", ["size < 0"]),
    ],
)
def test_nothing_is_made_of_so_many_bytes(before: str, conditions: list[str]) -> None:
    (report,) = check(CHUNK.format(before=before)).files
    told = [one.verdict.condition for one in report.findings if one.verdict is not None]
    assert told == conditions
