"""Limits that are asked for on some ways around only, and twins that ask each time."""

import pytest

from haltcheck.api import check

PAIRS = {
    "the time-out is only looked at in the handler": (
        """
import time
from tools import probe

def wait_for(host, timeout=900):
    start = time.time()
    while True:
        try:
            if probe("ping {0}".format(host)) == 0:
                return True
            time.sleep(1)
        except OSError:
            if time.time() - start > timeout:
                return False
            time.sleep(1)
""",
        """
import time
from tools import probe

def wait_for(host, timeout=900):
    start = time.time()
    while True:
        try:
            if probe(host) == 0:
                return True
        except OSError:
            pass
        if time.time() - start > timeout:
            return False
        time.sleep(1)
""",
    ),
    "the time that has passed is never added up": (
        """
import time

def collect(api, job, nodes, nap, timeout):
    passed = nap
    while True:
        if passed > timeout:
            break
        found = api.lookup(job)
        if set(found["nodes"]) == set(nodes):
            return found
        time.sleep(nap)
    return None
""",
        """
import time

def collect(api, job, nodes, nap, timeout):
    passed = nap
    while True:
        if passed > timeout:
            break
        found = api.lookup(job)
        if set(found["nodes"]) == set(nodes):
            return found
        time.sleep(nap)
        passed += nap
    return None
""",
    ),
    "only one of the answers counts as a try": (
        """
import time

def submit(client, job, max_tries):
    tries = 0
    while True:
        state = client.status(job)
        if state == "done":
            return job
        if state == "failed":
            tries += 1
            if tries > max_tries:
                raise RuntimeError(job)
            client.restart(job)
        time.sleep(2)
""",
        """
import time

def submit(client, job, max_tries):
    tries = 0
    while True:
        state = client.status(job)
        if state == "done":
            return job
        tries += 1
        if tries > max_tries:
            raise RuntimeError(job)
        time.sleep(2)
""",
    ),
}

QUIET = {
    "who waits without a limit is meant to": """
import time

def wait_for(client, job):
    while client.status(job) != "done":
        time.sleep(1)
""",
    "there need not be a limit": """
import time

def acquire(store, name, timeout=None):
    stop = None if timeout is None else time.time() + timeout
    while True:
        if store.claim(name):
            return True
        if stop is not None and time.time() > stop:
            return False
        time.sleep(1)
""",
    "the clock itself moves on": """
from time import monotonic, sleep

def until(moment):
    while True:
        rest = moment - monotonic()
        if rest <= 0:
            break
        sleep(rest)
""",
}


def _codes(source: str) -> list[str]:
    return [one.code for one in check(source).files[0].findings]


@pytest.mark.parametrize("name", PAIRS)
def test_a_limit_that_is_passed_by_is_told(name: str) -> None:
    assert _codes(PAIRS[name][0]) == ["HC103"]


@pytest.mark.parametrize("name", PAIRS)
def test_one_that_is_asked_for_in_each_round_is_not(name: str) -> None:
    assert _codes(PAIRS[name][1]) == []


@pytest.mark.parametrize("name", QUIET)
def test_who_is_meant_to_wait_is_no_finding(name: str) -> None:
    assert _codes(QUIET[name]) == []


def test_the_finding_names_the_question_and_the_limit() -> None:
    found = check(PAIRS["the time-out is only looked at in the handler"][0]).files[0].findings[0]
    assert "line 9 answers the same each time, and line 13 is passed by" in found.message
