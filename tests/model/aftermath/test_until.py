"""Loops that read until a pattern is found, and the peer that closes before."""

import pytest

from haltcheck.api import check

HEAD = """
import re
import time
PROMPT = re.compile(r"[$#] ?")
NOTHING = re.compile(r"[$#]?")

class Link:
    def take(self):
        text = ""
        while self.peer.recv_ready():
            text += self.peer.recv(100).decode()
        return text

    def until(self, pattern, prompt):
        text = ""
"""
STARVES = [
    "while not re.search(pattern, text):\n  text += self.peer.recv(100).decode()",
    "while True:\n  text += self.peer.recv(100).decode()\n"
    "  found = re.search(pattern, text, flags=re.M)\n  if found:\n   return found",
    "while not PROMPT.search(text):\n  text += self.peer.recv(100).decode()",
    "while not re.match('login:', text):\n  text += self.peer.recv(100).decode()",
    "while not re.search(pattern, text):\n  text += self.take()",
    "while prompt not in text:\n  if self.peer.recv_ready():\n"
    "   text += self.peer.recv(1).decode()",
]
GOES_ON = [
    "while not NOTHING.search(text):\n  text += self.peer.recv(100).decode()",
    "while not re.search('x*', text):\n  text += self.peer.recv(100).decode()",
    "while not re.search(pattern, text):\n  data = self.peer.recv(100)\n  if not data:\n   break\n"
    "  text += data.decode()",
    "while not self.peer.exit_status_ready():\n  text += self.take()",
    "while not self.peer.recv_ready():\n  time.sleep(0.1)",
]


def _found(body: str) -> list[str]:
    lines = (f"        {line}\n" for line in body.splitlines())
    (report,) = check(HEAD + "".join(lines)).files
    assert report.fault is None
    return [one.message for one in report.findings]


@pytest.mark.parametrize("body", STARVES)
def test_what_is_not_found_is_waited_for_when_the_peer_has_closed(body: str) -> None:
    (message,) = _found(body)
    assert "gives nothing" in message


@pytest.mark.parametrize("body", GOES_ON)
def test_what_is_found_in_nothing_or_ends_otherwise(body: str) -> None:
    assert not _found(body)
