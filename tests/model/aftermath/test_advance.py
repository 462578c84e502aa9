"""A callee that raises each time stops a loop where only its success moves what it is handed."""

import pytest

from haltcheck.api import check

HEAD = """
import heapq
import logging
import time
from collections import deque

log = logging.getLogger(__name__)

"""

TWINS = {
    "a job leaves the heap after it ran": (
        """
class Agenda:
    def __init__(self):
        self.waiting = []
        self.trouble = {}

    def catch_up(self, now):
        while self.waiting and self.waiting[0].at <= now:
            task = self.waiting[0]
            try:
                task()
                heapq.heappop(self.waiting)
            except Exception:
                self.trouble[task.name] = self.trouble.get(task.name, 0) + 1
""",
        """
class Agenda:
    def __init__(self):
        self.waiting = []
        self.trouble = {}

    def catch_up(self, now):
        while self.waiting and self.waiting[0].at <= now:
            task = heapq.heappop(self.waiting)
            try:
                task()
            except Exception:
                self.trouble[task.name] = self.trouble.get(task.name, 0) + 1
""",
    ),
    "continue before the increment": (
        """
def read_all(cells, parse):
    at, values = 0, []
    while at < len(cells):
        try:
            value = parse(cells[at])
        except ValueError:
            log.warning("left out: %r", cells[at])
            continue
        values.append(value)
        at += 1
    return values
""",
        """
def read_all(cells, parse):
    at, values = 0, []
    while at < len(cells):
        at += 1
        try:
            value = parse(cells[at - 1])
        except ValueError:
            log.warning("left out: %r", cells[at - 1])
            continue
        values.append(value)
    return values
""",
    ),
    "the first letter cannot be sent": (
        """
def send_all(letters, transport):
    letters = deque(letters)
    while letters:
        try:
            transport.deliver(letters[0])
        except RuntimeError as error:
            log.error("%s", error)
        else:
            letters.popleft()
""",
        """
def send_all(letters, transport):
    letters = deque(letters)
    while letters:
        try:
            transport.deliver(letters[0])
        except RuntimeError as error:
            log.error("%s", error)
        finally:
            letters.popleft()
""",
    ),
    "a range that cannot be had": (
        """
def copy(source, size):
    offset = 0
    while offset < size:
        try:
            source.copy_range(offset, offset + 512)
        except OSError:
            continue
        offset += 512
""",
        """
def copy(source, size, patience=5):
    offset = 0
    while offset < size:
        try:
            source.copy_range(offset, offset + 512)
        except OSError:
            patience -= 1
            if patience < 0:
                raise
            continue
        offset += 512
""",
    ),
}

QUIET = {
    "who waits before the next try": """
def copy(source, size):
    offset = 0
    while offset < size:
        try:
            source.copy_range(offset, offset + 512)
        except OSError:
            time.sleep(1)
            continue
        offset += 512
""",
    "what comes once only": """
def copy(source, size):
    offset = 0
    while offset < size:
        try:
            source.copy_range(offset, offset + 512)
        except BlockingIOError:
            continue
        offset += 512
""",
    "what is repaired in the handler": """
def copy(source, size):
    offset = 0
    while offset < size:
        try:
            source.copy_range(offset, offset + 512)
        except OSError:
            source.reconnect()
            continue
        offset += 512
""",
    "a callee that moves on by itself": """
def drain(lexer):
    kind = ""
    while kind != "end":
        try:
            token = lexer.next_token()
        except ValueError:
            continue
        kind = token.kind
""",
    "a service": """
def serve(server):
    while server.running:
        try:
            server.turn()
        except Exception:
            log.exception("a turn failed")
""",
}


@pytest.mark.parametrize("name", sorted(TWINS))
def test_what_only_success_moves_stands_still(name: str) -> None:
    findings = [one.code for one in check(HEAD + TWINS[name][0]).files[0].findings]
    assert findings == ["HC102"]


@pytest.mark.parametrize("name", sorted(TWINS))
def test_what_moves_anyway_does_not(name: str) -> None:
    assert not check(HEAD + TWINS[name][1]).files[0].findings


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_may_fare_better_the_next_time_is_not_told(name: str) -> None:
    assert not check(HEAD + QUIET[name]).files[0].findings
