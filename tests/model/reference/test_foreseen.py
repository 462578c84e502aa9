"""Walks that are kept finite by others: handlers, callables, cursors, and objects made anew."""

import pytest

from haltcheck.api import check

HANDLED = """
import os


def visit(path):
    try:
        for name in os.listdir(path):
            inner = os.path.join(path, name)
            if os.path.islink(inner):
                visit(os.readlink(inner))
    except ERROR as error:
        print(error)
"""

GUARDED = """
def matches(obj, lookup, allowed):
    def walk(obj, names):
        if not allowed(ARGUMENTS):
            return
        yield obj
        for one in lookup.get(obj.name):
            yield from walk(one, names)

    yield from walk(obj, [])
"""

EXPANDED = """
import os
import re


def expand(path):
    search = re.compile(r"\\$(\\w+)").search
    at = 0
    while True:
        found = search(path, at)
        if not found:
            return path
        at, end = found.span(0)
        value = os.environ[found.group(1)]
        tail = path[end:]
        path = path[:at] + value
        at = len(path)
        path += tail
"""

CAUSES = """
class Told:
    def __init__(self, error, seen):
        seen.add(id(error))
        cause = error.__cause__
        self.INNER = Told(cause, seen) if cause is not None and id(cause) not in seen else None

    def lines(self):
        told = self
        while told is not None:
            yield str(told)
            told = told.__cause__
"""


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize(
    ("error", "codes"),
    [("RuntimeError", []), ("RecursionError", []), ("OSError", ["HC202"])],
)
def test_who_catches_what_goes_too_deep_foresees_it(error: str, codes: list[str]) -> None:
    assert _codes(HANDLED.replace("ERROR", error)) == codes


@pytest.mark.parametrize(("told", "codes"), [("obj, names", []), ("names", ["HC202"])])
def test_a_callable_that_is_told_where_the_walk_is_may_remember(
    told: str, codes: list[str]
) -> None:
    assert _codes(GUARDED.replace("ARGUMENTS", told)) == codes


def test_a_text_is_searched_behind_what_was_put_in() -> None:
    assert _codes(EXPANDED) == []


@pytest.mark.parametrize(("inner", "count"), [("__cause__", 0), ("inner", 1)])
def test_objects_that_keep_causes_of_their_own_are_no_exceptions(inner: str, count: int) -> None:
    assert len(_codes(CAUSES.replace("INNER", inner))) == count


RANGE = """
import string


class Hosts:
    letters = DATA

    def expand(self, line):
        begin, end = line.split("-")
        for one in LETTERS[begin:end]:
            self.expand(one)
"""


@pytest.mark.parametrize(("letters", "count"), [("string.ascii_letters", 0), ("self.file.data", 1)])
def test_what_another_module_binds_is_no_data(letters: str, count: int) -> None:
    assert len(_codes(RANGE.replace("LETTERS", letters))) == count


REFUSED = """
def rows(graph, root):
    if graph.size() != graph.edges() + 1:
        raise ValueError({text!r})

    def below(name):
        return [below(other) for other in graph[name]]

    return below(root)
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the graph is not a tree", []),
        ("cyclic graphs have no rows", []),
        ("the graph is too large", ["HC202"]),
    ],
)
def test_who_says_that_the_data_go_round_has_looked(text: str, codes: list[str]) -> None:
    assert [one.code for one in check(REFUSED.format(text=text)).files[0].findings] == codes
