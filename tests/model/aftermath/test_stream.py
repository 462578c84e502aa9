"""What is read at the end of a stream, and what is no stream."""

import pytest

from haltcheck.api import check

LOOP = """
class Link:
    def __init__(self, port):
        self.port = port

    def run(self):
        text = b""
        while not text.endswith(b"!"):
            text += self.port.read({})
        return text
"""


@pytest.mark.parametrize(
    ("size", "ends"), [("1", True), ("self.port.in_waiting or 1", False)], ids=["stream", "port"]
)
def test_a_port_gives_nothing_until_something_comes_and_has_no_end(size: str, ends: bool) -> None:
    (report,) = check(LOOP.format(size)).files
    assert [one.code for one in report.findings] == (["HC102"] if ends else [])
