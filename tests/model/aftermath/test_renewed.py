"""Streams that a round opens anew, and their twins that stay at the end of the old one."""

import pytest

from haltcheck.api import check

RENEWED = {
    "an attribute, where it says that it is closed": """
class Events:
    def __init__(self, connect):
        self.connect = connect
        self.response = None

    def record(self):
        return self.response.readline().strip()

    def __next__(self):
        record = None
        while not record:
            if {test}:
                self.response = self.connect()
            record = self.record()
        return record
""",
    "a local": """
def follow(connect):
    stream = connect()
    while True:
        line = stream.readline()
        if line == "quit":
            break
        if {test}:
            stream = connect()
""",
}
ANEW = {
    "an attribute, where it says that it is closed": (
        "not self.response or self.response.closed",
        "self.response is None",
    ),
    "a local": ("not line", "line == 'anew'"),
}


@pytest.mark.parametrize("name", RENEWED)
def test_what_is_opened_anew_has_bytes_of_its_own(name: str) -> None:
    anew, never = ANEW[name]
    assert not check(RENEWED[name].format(test=anew)).files[0].findings
    (found,) = check(RENEWED[name].format(test=never)).files[0].findings
    assert found.code == "HC102" and "at end of file" in found.message


def test_what_a_container_gives_was_made_before() -> None:
    source = """
def join(streams):
    stream = streams.pop()
    while True:
        line = stream.readline()
        if line == "quit":
            break
        if not line and streams:
            stream = {}
"""
    (found,) = check(source.format("streams[-1]")).files[0].findings
    assert found.code == "HC102"
