"""Tries of which only the successful ones are counted, and twins that count, wait or do better."""

import pytest

from haltcheck.api import check

HEAD = """
import logging
import time

import requests

log = logging.getLogger(__name__)

"""

GOES_ON = {
    "the outside world refuses": """
def fetch(url):
    tries = 0
    while tries < 5:
        try:
            answer = requests.get(url)
            tries += 1
        except requests.ConnectionError:
            log.warning("again")
            continue
        if answer.ok:
            return answer
    raise OSError(url)
""",
    "a callee raises on what it is handed": """
def solve(data, most):
    restarts = 0
    solved = False
    while restarts < most and not solved:
        try:
            found = decompose(data)
            restarts += 1
        except DecompositionError:
            print("again")
            continue
        solved = found.sum() > 0
    return solved
""",
}

ENDS = {
    "each try is counted": """
def fetch(url):
    tries = 0
    while tries < 5:
        tries += 1
        try:
            return requests.get(url)
        except requests.ConnectionError:
            log.warning("again")
""",
    "failures are counted too": """
def fetch(url):
    tries = 0
    while tries < 5:
        try:
            answer = requests.get(url)
            tries += 1
        except requests.ConnectionError:
            tries += 1
    return answer
""",
    "it waits": """
def fetch(url):
    tries = 0
    while tries < 5:
        try:
            answer = requests.get(url)
            tries += 1
        except requests.ConnectionError:
            time.sleep(1)
    return answer
""",
    "what comes once": """
def fetch(url):
    tries = 0
    while tries < 5:
        try:
            answer = requests.get(url)
            tries += 1
        except requests.Timeout:
            continue
    return answer
""",
    "a clock ends it": """
def fetch(url):
    tries, end = 0, time.monotonic() + 5
    while tries < 5 and time.monotonic() < end:
        try:
            answer = requests.get(url)
            tries += 1
        except requests.ConnectionError:
            continue
    return answer
""",
    "another one is tried": """
def fetch(urls):
    done = 0
    while done < 5:
        url = urls.pop()
        try:
            requests.get(url)
            done += 1
        except requests.ConnectionError:
            continue
""",
    "somebody gives another one": """
def fetch(make):
    done = 0
    while done < 5:
        url = make()
        try:
            requests.get(url)
            done += 1
        except requests.ConnectionError:
            continue
""",
    "the handler mends it": """
def ask(connection, question):
    done = 0
    while done < 5:
        try:
            connection.query(question)
            done += 1
        except ConnectionError:
            connection.open_again()
""",
    "it goes on in the text": """
def values(text):
    place = count = 0
    while count < 3:
        try:
            yield parse(text, place)
            count += 1
        except ValueError:
            place += 1
""",
    "what is drawn may do": """
def accepted(source, accept):
    count = 0
    while count < 3:
        value = source.random()
        try:
            accept(value)
            count += 1
        except ValueError:
            pass
""",
    "a person may do better": """
def ask():
    count = 0
    while count < 3:
        answer = input()
        try:
            accept(answer)
            count += 1
        except ValueError:
            print("again")
""",
}


def _found(text: str) -> list[str]:
    (report,) = check(HEAD + text).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", sorted(GOES_ON))
def test_who_counts_successes_alone_tries_for_ever(name: str) -> None:
    assert _found(GOES_ON[name]) == ["HC102"]


@pytest.mark.parametrize("name", sorted(ENDS))
def test_its_twin_comes_to_an_end(name: str) -> None:
    assert _found(ENDS[name]) == []
