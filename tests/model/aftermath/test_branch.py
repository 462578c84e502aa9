"""Items that no branch takes stand still for ever; where each is taken all is well."""

import pytest

from haltcheck.api import check

LOOP = """
import library
def f({parameter}):
    at = 0
    found = []
    while at < len(items):
        one = items[at]
        if {first}:
            found.append(library.letter(one))
            at += 1
        elif {second}:
            found.append(one)
            at += 1
{rest}    return found
"""
REST = "        else:\n            at += 1\n"
KINDS = [
    ("items: str", "one.isalpha()", 'one in "+-"', "text"),
    ("items: str", 'one == "("', 'one == ")"', "text"),
    ("items", 'one.type == "name"', 'one.type == "op"', "objects"),
    ("items: bytes", "one == 40", "one == 41", "bytes"),
]


def _codes(parameter: str, first: str, second: str, rest: str) -> list[tuple[str, str]]:
    text = LOOP.format(parameter=parameter, first=first, second=second, rest=rest)
    (report,) = check(text).files
    assert report.fault is None
    return [(one.code, one.message) for one in report.findings]


@pytest.mark.parametrize(("parameter", "first", "second", "kind"), KINDS)
def test_what_no_branch_takes_stays(parameter: str, first: str, second: str, kind: str) -> None:
    ((code, message),) = _codes(parameter, first, second, "")
    assert code == ("HC102" if kind == "bytes" else "HC103")
    assert "no branch takes" in message or "items ==" in message


@pytest.mark.parametrize(("parameter", "first", "second", "kind"), KINDS)
def test_all_is_taken(parameter: str, first: str, second: str, kind: str) -> None:
    del kind
    assert not _codes(parameter, first, second, REST)
    assert not _codes(parameter, first, f"not ({first})", "")
