"""Arguments that leave all as it is, and replacements that hold what they replace."""

import pytest

from haltcheck.api import check
from haltcheck.basis.answer import Severity

TWINS = {
    "not suffix": (
        """
def bare(path, suffix):
    while path.endswith(suffix):
        path = path[: len(path) - len(suffix)]
    return path
""",
        """
def bare(path, suffix):
    while suffix and path.endswith(suffix):
        path = path[: len(path) - len(suffix)]
    return path
""",
    ),
    "not mark": (
        """
def depth(line, mark):
    level = 0
    while line.startswith(mark):
        line = line[len(mark):]
        level += 1
    return level
""",
        """
def depth(line, mark):
    if not mark:
        raise ValueError("no mark")
    level = 0
    while line.startswith(mark):
        line = line[len(mark):]
        level += 1
    return level
""",
    ),
    "not word": (
        """
def many(text, word):
    found = 0
    at = text.find(word)
    while at != -1:
        found += 1
        at = text.find(word, at + len(word))
    return found
""",
        """
def many(text, word):
    found = 0
    at = text.find(word)
    while at != -1:
        found += 1
        at = text.find(word, at + 1)
    return found
""",
    ),
    "base == 1": (
        """
def digits(number, base):
    found = []
    while number:
        number, rest = divmod(number, base)
        found.append(rest)
    return found
""",
        """
def digits(number, base):
    if base < 2 or number < 0:
        raise ValueError(base)
    found = []
    while number:
        number, rest = divmod(number, base)
        found.append(rest)
    return found
""",
    ),
    "len(letters) == 1": (
        """
def column(number, letters):
    name = ""
    while number > 0:
        number, rest = divmod(number, len(letters))
        name = letters[rest] + name
    return name
""",
        """
def column(number, letters):
    if len(letters) < 2:
        raise ValueError(letters)
    name = ""
    while number > 0:
        number, rest = divmod(number, len(letters))
        name = letters[rest] + name
    return name
""",
    ),
    "width == 0": (
        """
def fold(line, width):
    rows = []
    while line:
        rows.append(line[:width])
        line = line[width:]
    return rows
""",
        """
def fold(line, width):
    width = max(width, 1)
    rows = []
    while line:
        rows.append(line[:width])
        line = line[width:]
    return rows
""",
    ),
    "not self.mark": (
        """
class Cutter:
    def __init__(self, mark):
        self.mark = mark

    def parts(self, line):
        found = []
        while self.mark in line:
            at = line.index(self.mark)
            found.append(line[:at])
            line = line[at + len(self.mark):]
        return found
""",
        """
class Cutter:
    def __init__(self, mark):
        if not mark:
            raise ValueError("no mark")
        self.mark = mark

    def parts(self, line):
        found = []
        while self.mark in line:
            at = line.index(self.mark)
            found.append(line[:at])
            line = line[at + len(self.mark):]
        return found
""",
    ),
    "'..' in path and not '../' in path": (
        """
def safe(path):
    while ".." in path:
        path = path.replace("../", "")
    return path
""",
        """
def safe(path):
    while "../" in path:
        path = path.replace("../", "")
    return path
""",
    ),
    "' -' in text": (
        """
def listed(text):
    while " -" in text:
        text = text.replace(" -", "  - ")
    return text
""",
        """
def listed(text):
    while " -" in text:
        text = text.replace(" -", "")
    return text
""",
    ),
}

QUIET = {
    "who only calls it with something": """
def _bare(path, suffix):
    while path.endswith(suffix):
        path = path[: len(path) - len(suffix)]
    return path


def unpacked(path):
    return _bare(path, ".gz")
""",
    "what looks at it before": """
def digits(number, base):
    check(base)
    found = []
    while number > 0:
        number, rest = divmod(number, base)
        found.append(rest)
    return found
""",
    "a table has no empty key": """
def last(key, table):
    while key in table:
        key = table.pop(key)
    return key
""",
    "a part that cannot be missing": """
def squeeze(text):
    while "\\n\\n\\n" in text:
        text = text.replace("\\n\\n", "\\n")
    return text
""",
}


def _found(text: str) -> list[str]:
    (file,) = check(text).files
    assert all(one.severity is Severity.WARNING for one in file.findings)
    return [one.message for one in file.findings]


@pytest.mark.parametrize("needed", sorted(TWINS))
def test_the_condition_is_told(needed: str) -> None:
    assert _found(TWINS[needed][0]) == [f"this loop never ends where {needed}"]


@pytest.mark.parametrize("needed", sorted(TWINS))
def test_its_twin_is_quiet(needed: str) -> None:
    assert _found(TWINS[needed][1]) == []


@pytest.mark.parametrize("name", sorted(QUIET))
def test_what_cannot_come_is_not_told(name: str) -> None:
    assert _found(QUIET[name]) == []


def test_numbers_that_are_made_of_each_other_are_followed_once() -> None:
    text = """
def rows(data, start, stop):
    found = []
    while stop < len(data):
        found.append(data[start:stop])
        start = stop + 1
        stop = start + stop
    return found
"""
    assert check(text).files[0].error is None
