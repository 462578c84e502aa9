"""Calls that fail each time keep a loop going where a handler stays in it, and twins that end."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity
from haltcheck.model.aftermath.outcome import Event

HEAD = """
import json
import random
import socket
import time
from datetime import date
from urllib.error import URLError

import requests

"""

TWINS = {
    "what nobody knows is asked again": (
        """
def f(url):
    while True:
        try:
            return fetch(url)
        except OSError:
            pass
""",
        """
def f(url):
    for _ in range(3):
        try:
            return fetch(url)
        except OSError:
            pass
""",
    ),
    "a database refuses": (
        """
class Store:
    def run(self, command):
        while True:
            try:
                return self.connection.execute(command)
            except OperationalError:
                self.failures += 1
""",
        """
class Store:
    def run(self, command):
        while True:
            try:
                return self.connection.execute(command)
            except OperationalError as error:
                if "locked" not in str(error):
                    raise
""",
    ),
    "a mail server refuses": (
        """
def deliver(server, mail):
    while True:
        try:
            return server.deliver(mail)
        except SMTPException:
            continue
""",
        """
def deliver(server, mail):
    while True:
        try:
            return server.deliver(mail)
        except SMTPException:
            server = connect()
""",
    ),
    "a library asks a server": (
        """
def f(url):
    while True:
        try:
            answer = requests.get(url)
            break
        except requests.RequestException as error:
            print("again", error)
    return answer
""",
        """
def f(url, left=5):
    while True:
        try:
            answer = requests.get(url)
            break
        except requests.RequestException as error:
            left -= 1
            if left < 0:
                raise
    return answer
""",
    ),
    "a connection, made anew in each round": (
        """
def f(host):
    while True:
        try:
            sock = socket.socket()
            sock.connect(host)
        except OSError:
            continue
        else:
            return sock
""",
        """
def f(host):
    while True:
        try:
            sock = socket.socket()
            sock.connect(host)
        except OSError:
            time.sleep(1)
        else:
            return sock
""",
    ),
    "a flag that success sets": (
        """
def f(sock, host):
    done = False
    while not done:
        try:
            sock.connect(host)
            done = True
        except OSError:
            pass
""",
        """
def f(sock, host):
    done = False
    while not done:
        try:
            sock.connect(host)
            done = True
        except OSError:
            done = None
            raise
""",
    ),
    "every exception is swallowed": (
        """
class Client:
    def call(self, method, data):
        while True:
            try:
                return self.transport.request(method, data)
            except Exception as error:
                self.log.warning("%s", error)
""",
        """
class Client:
    def call(self, method, data):
        while True:
            try:
                return self.transport.request(method, data)
            except Exception as error:
                self.log.warning("%s", error)
                self.transport.reconnect()
""",
    ),
    "another server in each round": (
        """
def f(servers):
    server = random.choice(servers)
    while True:
        try:
            return fetch(server)
        except URLError:
            pass
""",
        """
def f(servers):
    while True:
        server = random.choice(servers)
        try:
            return fetch(server)
        except URLError:
            pass
""",
    ),
}

REFUSED = {
    "a date that does not exist": (
        """
def f(year, month, day):
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            print("no such day")
""",
        """
def f(year, month, day):
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
""",
    ),
    "a key that is missing, and a filter that keeps all": (
        """
def f(template, **values):
    parts = template.split("/")
    while parts:
        try:
            return template.format(**values)
        except KeyError as key:
            parts = [part for part in template.split("/") if "{%s}" % key.args[0] not in part]
            template = "/".join(parts)
""",
        """
def f(template, **values):
    last = template
    parts = template.split("/")
    while parts:
        try:
            return template.format(**values)
        except KeyError as key:
            parts = [part for part in template.split("/") if "{%s}" % key.args[0] not in part]
            template = "/".join(parts)
            if template == last:
                raise
            last = template
""",
    ),
    "quotes that were mended already": (
        """
def f(text):
    while True:
        try:
            return json.loads(text)
        except ValueError:
            text = text.replace("'", '"')
""",
        """
def f(text):
    while "'" in text:
        try:
            return json.loads(text)
        except ValueError:
            text = text.replace("'", '"')
""",
    ),
}

QUIET = [
    """
def f():
    while True:
        try:
            return int(ask("number"))
        except ValueError:
            print("no number")
""",
    """
def f(window):
    while True:
        try:
            return window.getkey()
        except Exception:
            pass
""",
    """
def f(jobs):
    while True:
        try:
            job = jobs.get_nowait()
        except Exception:
            continue
        return job
""",
    """
def f(sock):
    while True:
        try:
            return sock.send(b"x", 1)
        except InterruptedError:
            pass
""",
    """
def f(server, handle):
    while server.running:
        try:
            handle(server.task(1))
        except OSError:
            pass
""",
    """
def f(url, end):
    while time.time() < end:
        try:
            return fetch(url)
        except OSError:
            pass
""",
    """
def f(text):
    if json.loads(text) is None:
        return None
    while True:
        try:
            return json.loads(text)
        except ValueError:
            pass
""",
]

WAITS = """
import asyncio
from .metrics import {clock}

async def f(address):
    while True:
        try:
            {clock}()
            return await connect(address)
        except OSError:
            {rest}
"""


def _found(text, code="HC102"):
    (file,) = check(HEAD + text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", TWINS)
def test_a_call_that_is_refused_each_time_is_retried_for_ever(name):
    stays, ends = TWINS[name]
    (finding,) = _found(stays)
    assert finding.verdict.witness.event == Event.ERROR.value
    assert finding.severity is Severity.ERROR
    assert _found(ends) == []


@pytest.mark.parametrize("name", REFUSED)
def test_what_refuses_its_arguments_refuses_them_again(name):
    stays, ends = REFUSED[name]
    (finding,) = _found(stays, "HC103")
    assert finding.message.startswith("this loop never ends where ")
    assert finding.message.endswith(" raises")
    assert finding.severity is Severity.WARNING
    assert _found(ends, "HC103") == []


@pytest.mark.parametrize("text", QUIET)
def test_what_may_fare_better_the_next_time_is_not_told(text):
    assert _found(text) == _found(text, "HC103") == []


@pytest.mark.parametrize(
    ("rest", "count"),
    [("await asyncio.sleep(1)", 0), ("await self.loop.sleep(1)", 0), ("print(address)", 1)],
)
def test_who_awaits_a_nap_before_trying_again_is_meant_to(rest, count):
    assert len(_found(WAITS.format(rest=rest, clock="now"))) == count


@pytest.mark.parametrize(("clock", "asked"), [("now", "connect"), ("look", "look")])
def test_no_clock_is_refused(clock, asked):
    (finding,) = _found(WAITS.format(rest="pass", clock=clock))
    assert finding.message.startswith(f"`{asked}` ")
