"""Rounds of which one way changes nothing, and twins that move on on every way."""

import pytest

from haltcheck.api import check

PAIRS = {
    "who waits never asks again": (
        """
import time

def result(client, job):
    status = client.status(job)
    while status != "done":
        time.sleep(1)
    return client.result(job)
""",
        """
import time

def result(client, job):
    status = client.status(job)
    while status != "done":
        time.sleep(1)
        status = client.status(job)
    return client.result(job)
""",
    ),
    "what is asked anew is not what is waited for": (
        """
import time

def result(client, job):
    info = client.info(job)
    state = info["state"]
    while state in ("queued", "running"):
        time.sleep(1)
        info = client.info(job)
    return info
""",
        """
import time

def result(client, job):
    info = client.info(job)
    while info["state"] in ("queued", "running"):
        time.sleep(1)
    return info
""",
    ),
    "a text that is joined of what was read is looked at again": (
        """
def texts(reader):
    kind, data = reader.chunk()
    while kind != "end":
        if kind == "text":
            content = "".join(chr(item) for item in data if item)
            if "#" not in content:
                continue
            print(content)
        kind, data = reader.chunk()
""",
        """
def texts(reader):
    kind, data = reader.chunk()
    while kind != "end":
        if kind == "text":
            content = "".join(chr(item) for item in data if item)
            if "#" in content:
                print(content)
        kind, data = reader.chunk()
""",
    ),
    "what is read from a buffer without a size is never taken out of it": (
        """
class Body:
    def __init__(self, source):
        self.source = source
        self.buffer = b""

    def fill(self):
        self.buffer = self.source.pop()

    def read(self, size=None):
        data = b""
        while True:
            if size and len(data) >= size:
                return data
            if not self.buffer:
                self.fill()
                if not self.buffer:
                    return data
            if size:
                rest = size - len(data)
                data += self.buffer[:rest]
                self.buffer = self.buffer[rest:]
            else:
                data += self.buffer
""",
        """
class Body:
    def __init__(self, source):
        self.source = source
        self.buffer = b""

    def fill(self):
        self.buffer = self.source.pop()

    def read(self, size=None):
        data = b""
        while True:
            if size and len(data) >= size:
                return data
            if not self.buffer:
                self.fill()
                if not self.buffer:
                    return data
            if size:
                rest = size - len(data)
                data += self.buffer[:rest]
                self.buffer = self.buffer[rest:]
            else:
                data += self.buffer
                self.buffer = b""
""",
    ),
    "both lengths are the same": (
        """
def midpoint(node, top, rest):
    found = None
    while node is not top:
        if node.length > rest:
            return node, rest
        elif node.length < rest:
            rest -= node.length
            node = node.parent
        else:
            found = node
    return found, 0
""",
        """
def midpoint(node, top, rest):
    found = None
    while node is not top:
        if node.length > rest:
            return node, rest
        elif node.length < rest:
            rest -= node.length
            node = node.parent
        else:
            found = node
            break
    return found, 0
""",
    ),
    "a branch that only counts something": (
        """
def first(item, wanted):
    skipped = 0
    while item is not None:
        if item.kind == wanted:
            return item
        if item.hidden:
            skipped += 1
            continue
        item = item.next
    return None
""",
        """
def first(item, wanted):
    skipped = 0
    while item is not None:
        if item.kind == wanted:
            return item
        if item.hidden:
            skipped += 1
        item = item.next
    return None
""",
    ),
}

QUIET = {
    "who is made of a list may take from it": """
def drain(items, limit):
    while len(items) > limit:
        Taker(items)
""",
    "others may change a list while one sleeps": """
import time

class Pool:
    def wait(self, wanted):
        while self.count < wanted:
            time.sleep(1)
""",
    "another name may be one of the same object": """
def f(node, sink):
    while not node.done:
        other = sink.find(node)
        other.done = True
""",
    "others run while it yields": """
def f(node):
    while not node.done:
        yield node
""",
    "what is read moves on": """
def f(node):
    while not node.done:
        node.stream.read(1)
""",
    "a call of its own may set the flag": """
def f(node, worker):
    while not node.done:
        worker.run(node)
""",
}


def _codes(source: str) -> list[str]:
    return [one.code for one in check(source).files[0].findings]


@pytest.mark.parametrize("name", PAIRS)
def test_one_way_that_changes_nothing_needs_a_condition(name: str) -> None:
    assert _codes(PAIRS[name][0]) == ["HC103"]


@pytest.mark.parametrize("name", PAIRS)
def test_the_twin_that_moves_on_is_no_finding(name: str) -> None:
    codes = _codes(PAIRS[name][1])
    told = [one.message for one in check(PAIRS[name][1]).files[0].findings]
    assert codes == [] or not any(" is wanted" in one or "not (" in one for one in told)


@pytest.mark.parametrize("name", QUIET)
def test_what_may_change_unseen_is_no_finding(name: str) -> None:
    assert _codes(QUIET[name]) == []


def test_the_condition_tells_the_way() -> None:
    found = check(PAIRS["both lengths are the same"][0]).files[0].findings[0]
    assert "not (rest < node.length) and not (node.length < rest)" in found.message
