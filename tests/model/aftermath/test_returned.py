"""Items that are taken and put back, and twins that go on."""

import pytest

from haltcheck.api import check

PAIRS = {
    "a line that no parser takes": (
        """
import re

def group(lines):
    line = lines.pop()
    match = re.match(r"group (\\w+)", line)
    if not match:
        lines.append(line)
        return None
    return match.group(1)

def parse(text):
    lines = text.splitlines()
    lines.reverse()
    found = []
    while lines:
        one = group(lines)
        if one:
            found.append(one)
    return found
""",
        """
import re

def group(lines):
    line = lines.pop()
    match = re.match(r"group (\\w+)", line)
    if not match:
        lines.append(line)
        return None
    return match.group(1)

def parse(text):
    lines = text.splitlines()
    lines.reverse()
    found = []
    while lines:
        one = group(lines)
        if one:
            found.append(one)
        else:
            lines.pop()
    return found
""",
    ),
    "a token that is put in front again": (
        """
def parse(tokens):
    out = []
    while tokens:
        token = tokens.pop(0)
        if token == "(":
            out.append(token)
        else:
            tokens.insert(0, token)
    return out
""",
        """
def parse(tokens):
    out = []
    while tokens:
        token = tokens.pop(0)
        if token == "(":
            out.append(token)
        else:
            tokens.insert(0, token)
            break
    return out
""",
    ),
    "a callee that puts it back": (
        """
def take(tokens):
    token = tokens.popleft()
    if token.startswith("("):
        return token
    tokens.appendleft(token)
    return None

def parse(tokens):
    out = []
    while tokens:
        out.append(take(tokens))
    return out
""",
        """
def take(tokens):
    token = tokens.popleft()
    if token.startswith("("):
        return token
    tokens.appendleft(token[1:])
    return None

def parse(tokens):
    out = []
    while tokens:
        out.append(take(tokens))
    return out
""",
    ),
}


def _found(text, code="HC102"):
    (file,) = check(text).files
    return [one for one in file.findings if one.code == code]


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_put_back_is_taken_again(name):
    stays, ends = PAIRS[name]
    assert len(_found(stays)) == 1
    assert _found(ends) == []
