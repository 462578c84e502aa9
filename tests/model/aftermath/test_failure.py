"""Calls that are handed what is drawn at random, and that something outside refuses each time."""

from haltcheck.api import check

HEAD = """
import os
import random
import socket

from botocore.exceptions import ClientError
from net import CannotListenError, ServerError, api
"""

ENDLESS = """
class Resolver:
    def protocol(self, reactor):
        proto = make(self)
        while True:
            try:
                reactor.listenUDP(random.randrange(1024, 65536), proto)
            except CannotListenError:
                pass
            else:
                return proto


def free_port(sock):
    while True:
        try:
            sock.bind(("", random.randint(1024, 65535)))
            return
        except OSError:
            pass


def table(client, name):
    while True:
        try:
            return client.describe_table(TableName=name)
        except ClientError:
            continue


def ask(path):
    done = False
    while not done:
        try:
            answer = api.call(path)
            done = True
        except ServerError as error:
            print(error)
    return answer
"""

REPAIRED = """
def unique_right(folder):
    while True:
        name = os.path.join(folder, str(random.random()))
        try:
            os.mkdir(name)
            return name
        except FileExistsError:
            continue


def next_port(sock):
    port = 1024
    while True:
        try:
            sock.bind(("", port))
            return port
        except OSError:
            port += 1


def limited(sock):
    for _ in range(10):
        try:
            sock.bind(("", random.randint(1024, 65535)))
            return
        except OSError:
            pass


def counted(sock):
    left = 10
    while True:
        try:
            sock.bind(("", random.randint(1024, 65535)))
            return
        except OSError:
            left -= 1
            if not left:
                raise


def listed(sock, ports):
    ports = iter(ports)
    while True:
        try:
            sock.bind(("", next(ports)))
            return
        except OSError:
            pass


def table_once(client, name):
    while True:
        try:
            return client.describe_table(TableName=name)
        except ClientError as error:
            if error.code != "Throttling":
                raise
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return sorted(one.function for one in report.findings if one.code == "HC102")


def test_whatever_is_drawn_may_be_refused() -> None:
    assert _found(HEAD + ENDLESS) == ["Resolver.protocol", "ask", "free_port", "table"]


def test_what_the_loop_moves_on_and_counts_is_believed() -> None:
    assert not _found(HEAD + REPAIRED)
