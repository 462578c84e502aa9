"""Walks that read where an item says, and those along what exceptions came of."""

import pytest

from haltcheck.api import check

HEAD = """
class Reader:
    def __init__(self, path):
        self.fp = open(path, "rb")
    def _number(self, stream):
        return int(stream.readline())
    def _own(self):
        return self.parse(self.fp.readline())
"""
BACK = {
    "a stream that is handed on": """
    def f(self, stream, start):
        while start is not None:
            stream.seek(start, 0)
            start = self._number(stream)
""",
    "an attribute of the reader": """
    def f(self, start):
        while start:
            self.fp.seek(start)
            self.fp.read(4)
            start = self._own()
""",
    "a way out where the data says so": """
    def f(self, stream, start, rebuild):
        while start is not None:
            stream.seek(start)
            table = self.parse(stream.read())
            if rebuild:
                break
            try:
                if "/Prev" in table:
                    start = int(table["/Prev"])
                else:
                    break
            except KeyError:
                break
""",
    "what is only filled in where it is missing": """
    def f(self, stream, start):
        while start is not None:
            stream.seek(start)
            start = self._note(stream.readline())
    def _note(self, line):
        for key in line.split():
            if key not in self.table:
                self.table[key] = line
        return self.parse(line)
""",
}
NOT_BACK = {
    "places that were visited": """
    def f(self, stream, start):
        seen = set()
        while start is not None and start not in seen:
            seen.add(start)
            stream.seek(start)
            start = self._number(stream)
""",
    "a callee that refuses what was visited": """
    def f(self, stream, start):
        while start is not None:
            stream.seek(start)
            start = self._note(start, stream.readline())
    def _note(self, start, line):
        if start in self.table:
            raise ValueError(start)
        self.table[start] = line
        return self.parse(line)
""",
    "where the stream stands": """
    def f(self, pos):
        while True:
            self.fp.seek(pos)
            head = self.fp.read(8)
            if len(head) < 8:
                break
            pos = self.fp.tell()
""",
    "steps from where it is": """
    def f(self, stream, step):
        while step:
            stream.seek(step, 1)
            step = self._number(stream)
""",
    "an exit that asks for something else": """
    def f(self, stream, start):
        while start is not None:
            if self.tired():
                break
            stream.seek(start)
            start = self._number(stream)
""",
}
CAUSES = """
def f(exc):
    {seen}while exc is not None{test}:
        {add}yield exc
        exc = {cause}
"""


def _found(text: str) -> bool:
    (report,) = check(text).files
    assert report.fault is None
    return any(one.function in ("f", "Reader.f") for one in report.findings)


@pytest.mark.parametrize("name", BACK)
def test_what_is_read_where_an_item_says_may_lead_back(name: str) -> None:
    assert _found(HEAD + BACK[name])


@pytest.mark.parametrize("name", NOT_BACK)
def test_some_walks_do_not_come_back(name: str) -> None:
    assert not _found(HEAD + NOT_BACK[name])


@pytest.mark.parametrize(
    "cause",
    ["exc.__cause__", 'getattr(exc, "__cause__", None)', "exc.__cause__ or exc.__context__"],
)
def test_exceptions_may_come_of_each_other(cause: str) -> None:
    assert _found(CAUSES.format(seen="", test="", add="", cause=cause))
    seen = {"seen": "seen = set()\n    ", "test": " and id(exc) not in seen"}
    assert not _found(CAUSES.format(**seen, add="seen.add(id(exc))\n        ", cause=cause))
    assert not _found(CAUSES.format(seen="", test="", add="", cause="exc.__traceback__"))


def test_a_table_that_is_filled_on_the_way_but_never_asked_remembers_nothing() -> None:
    text = """
    def f(self, name):
        while name is not None:
            rows = self.rows.get(name, [])
            rows.append(name)
            self.rows[name] = rows
            name = self.table.get(name)
"""
    assert _found(HEAD + text)
    assert not _found(
        HEAD
        + text.replace(
            "            rows.append",
            "            if rows:\n                return\n            rows.append",
        )
    )
