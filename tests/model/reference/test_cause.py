"""Walks along the causes of exceptions, wherever those come from, and twins that remember."""

import pytest

from haltcheck.api import check

ENDLESS = {
    "an argument": """
def root(error):
    while error.__cause__ is not None:
        error = error.__cause__
    return error
""",
    "what an argument is asked for": """
def root(state):
    error = state.outcome.exception()
    while error.__cause__ is not None:
        error = error.__cause__
    return error
""",
    "asked for by name, or for the context": """
def chain(error):
    found = []
    while True:
        error = getattr(error, "__cause__", None) or getattr(error, "__context__", None)
        if not error:
            break
        found.append(error)
    return found
""",
    "a private function is handed what the caller was": """
import events

def report(info):
    kind, error, trace = events.filtered(info)
    return _chain(kind, error)

def _chain(kind, error):
    found = [kind]
    while error is not None:
        found.append(type(error))
        error = error.__cause__
    return found
""",
}
ENDING = {
    "it remembers": """
def root(state):
    error = state.outcome.exception()
    seen = set()
    while error.__cause__ is not None and id(error) not in seen:
        seen.add(id(error))
        error = error.__cause__
    return error
""",
    "what was caught here": """
def run(task):
    try:
        task()
    except ValueError as error:
        while error.__cause__ is not None:
            error = error.__cause__
        print(error)
""",
    "a private function is handed what was caught": """
def run(task):
    try:
        task()
    except ValueError as error:
        return _root(error)

def _root(error):
    while error.__cause__ is not None:
        error = error.__cause__
    return error
""",
}


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    return [one.code for one in report.findings]


@pytest.mark.parametrize("name", sorted(ENDLESS))
def test_an_exception_may_be_its_own_cause(name: str) -> None:
    assert _codes(ENDLESS[name]) == ["HC103"]


@pytest.mark.parametrize("name", sorted(ENDING))
def test_what_remembers_or_was_caught_is_not_told(name: str) -> None:
    assert _codes(ENDING[name]) == []
