"""Steps of zero, calls that take nothing, values that never come, and their twins that end."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity
from haltcheck.model.aftermath.outcome import Event

ERRORS = {
    "a call that takes nothing": (
        """
def f(sock, data):
    while data:
        sent = sock.send(data)
        data = data[sent:]
""",
        """
def f(sock, data):
    while data:
        sent = sock.send(data)
        if sent == 0:
            raise RuntimeError("the connection is broken")
        data = data[sent:]
""",
    ),
    "compressed data of which nothing is taken": (
        """
class Body:
    def feed(self, data):
        while data:
            plain = self.inflater.decompress(data, self.most)
            if plain:
                self.write(plain)
            data = self.inflater.unconsumed_tail
""",
        """
class Body:
    def feed(self, data):
        while data:
            plain = self.inflater.decompress(data, self.most)
            if plain:
                self.write(plain)
            data = self.inflater.unconsumed_tail
            if data and not plain:
                raise ValueError("there is more than the stream")
""",
    ),
}

ERRORS_TOO = [
    """
def f(sock, message):
    total = 0
    while total < len(message):
        total += sock.send(message[total:])
""",
    """
class Reader:
    def feed(self, data):
        while data:
            taken = self.parser.execute(data, len(data))
            data = data[taken:]
""",
]

ENDS = [
    """
def f(data, parse):
    while data:
        taken = parse(data)
        data = data[taken:]
""",
    """
def f(data, out):
    while data:
        data = data[out.write(data):]
""",
    """
class Reader:
    def feed(self, data):
        while data:
            taken = self.parser.execute(data, len(data))
            if not taken:
                break
            data = data[taken:]
""",
    """
class Reader:
    def feed(self, data):
        while data:
            end = self.parser.end(data)
            data = data[end + 1:]
""",
    """
class Body:
    def feed(self, data):
        while data:
            plain = self.inflater.decompress(data, self.most)
            if self.inflater.eof:
                break
            data = self.inflater.unconsumed_tail
""",
    """
class Body:
    def feed(self, data):
        while data:
            self.write(self.inflater.decompress(data))
            data = self.inflater.unconsumed_tail
""",
    """
def f(sock, data):
    empty = 0
    while len(data) > 0:
        sent = sock.send(data)
        if not sent and empty > 10:
            raise EOFError
        empty += 1
        data = data[sent:]
""",
]

WARNINGS = {
    "not datetime.timedelta(days)": (
        """
from datetime import timedelta

def f(start, end, days):
    while start < end:
        yield start
        start += timedelta(days)
""",
        """
from datetime import timedelta

def f(start, end, days):
    if timedelta(days) <= timedelta():
        raise ValueError("no step")
    while start < end:
        yield start
        start += timedelta(days)
""",
    ),
    "not datetime.timedelta(kwargs)": (
        """
import datetime

def f(start, end, **kwargs):
    if not start and not end:
        raise ValueError("nothing given")
    while start < end:
        print(start)
        start = start + datetime.timedelta(**kwargs)
""",
        """
import datetime

def f(start, end, **kwargs):
    if not kwargs:
        raise ValueError("nothing given")
    while start < end:
        print(start)
        start = start + datetime.timedelta(**kwargs)
""",
    ),
    "not step": (
        """
def f(start: float, end: float, step: float = 0.5):
    while start < end:
        yield start
        start += step
""",
        """
def f(start: float, end: float, step: float = 0.5):
    if step <= 0:
        raise ValueError("no step")
    while start < end:
        yield start
        start += step
""",
    ),
    "nothing that comes is in minutes": (
        """
def f(minute, interval, minutes: set):
    while True:
        minute += interval
        hours, rest = divmod(minute, 60)
        if hours:
            minute = rest
        if not minutes or minute in minutes:
            break
    return minute
""",
        """
def f(minute, interval, minutes: set):
    turns = 0
    while True:
        minute += interval
        turns += 1
        hours, rest = divmod(minute, 60)
        if hours:
            minute = rest
        if not minutes or minute in minutes or turns > 60:
            break
    return minute
""",
    ),
    "nothing that comes is in ports": (
        """
def f(port: int, ports: frozenset):
    while port not in ports:
        port += 1
    return port
""",
        """
def f(port: int, ports: frozenset):
    while port in ports:
        port += 1
    return port
""",
    ),
}

NOT_TOLD = [
    """
class Clock:
    def __init__(self):
        self.step = 0.5

    def until(self, start: int, end: int):
        while start < end:
            start += self.step
""",
    """
def f(node, roots):
    while node not in roots:
        node = node.parent
    return node
""",
    """
def f(place, size):
    while place not in (1, 2, 3):
        place = (place + 1) % 4
    return place
""",
]

NOT_ZERO = [
    """
def f(start: float, end: float, step: float):
    if step == 0:
        raise ValueError("no step")
    while start < end:
        start += step
""",
    """
def f(start: float, end: float, step: float):
    assert step != 0.0
    while start < end:
        start += step
""",
]


def _found(text, code="HC102"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("event", ERRORS)
def test_what_takes_nothing_is_handed_the_same_again(event):
    stays, ends = ERRORS[event]
    (finding,) = _found(stays)
    assert finding.verdict.witness.event == event
    by_caller = event == Event.UNTAKEN.value
    assert finding.severity is (Severity.WARNING if by_caller else Severity.ERROR)
    assert _found(ends) == []


@pytest.mark.parametrize("text", ERRORS_TOO)
def test_what_was_sent_may_be_counted(text):
    assert len(_found(text)) == 1


@pytest.mark.parametrize("text", ENDS)
def test_a_loop_that_sees_the_end_leaves(text):
    assert not any("nothing" in finding.message for finding in _found(text))


@pytest.mark.parametrize("message", WARNINGS)
def test_arguments_that_keep_a_loop_going_are_warned_of(message):
    stays, ends = WARNINGS[message]
    (finding,) = _found(stays, "HC103")
    assert finding.severity is Severity.WARNING
    assert finding.message == f"this loop never ends where {message}"
    assert _found(ends, "HC103") == []


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_the_caller_does_not_choose_is_not_told(text):
    assert _found(text, "HC102") == _found(text, "HC103") == []


@pytest.mark.parametrize("text", NOT_ZERO)
def test_a_step_that_is_compared_with_zero_is_not(text):
    assert not any("not step" in one.message for one in _found(text, "HC103"))
