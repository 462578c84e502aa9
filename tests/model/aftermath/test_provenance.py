"""Containers that are still empty when control comes to a loop for the first time."""

from haltcheck.api import check

ENDLESS = """
def spans(text):
    at = 0
    out = []
    while at < len(text):
        if text[at].isalpha():
            out.append((at, text[at]))
            at += 1
        elif out:
            out[-1] = (at, text[at])
            at += 1


def sections(lines):
    at = 0
    found = {}
    while at < len(lines):
        line = lines[at]
        if line.startswith("["):
            found[line] = []
            at += 1
        elif found:
            found[line].append(line)
            at += 1
"""

REPAIRED = """
def spans(text):
    at = 0
    out = []
    while at < len(text):
        if text[at].isalpha():
            out.append((at, text[at]))
            at += 1
        else:
            if out:
                out[-1] = (at, text[at])
            at += 1


def filled(text):
    at = 0
    out = []
    out.append(0)
    while at < len(text):
        if text[at].isalpha():
            at += 1
        elif out:
            out[-1] = text[at]
            at += 1


def sections(lines):
    at = 0
    found = {}
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("["):
            found[line] = []
        elif found:
            found[line].append(line)
"""


def _found(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return sorted(one.function for one in report.findings)


def test_nothing_moves_where_the_first_item_has_nothing_to_join() -> None:
    assert _found(ENDLESS) == ["sections", "spans"]


def test_a_container_that_is_filled_before_is_not_taken_to_be_empty() -> None:
    assert not _found(REPAIRED)
