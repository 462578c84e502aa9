"""Walks that move on by themselves are none along references, and their twins that do not are."""

import pytest

from haltcheck.api import check

PAGES = """
def pages(client, url):
    page = client.fetch(url)
    number = 0
    while page.next_page:
        yield page
        {step}
        page = client.fetch(page.next_page{more})
"""
PLACES = """
def last(reader, place):
    while True:
        head = reader.records[place]
        if not head.follows:
            return place
        {step}
"""
FIELDS = """
def value(model, name):
    if name in model.columns:
        return model.columns[name]
    {apart}
    if first in model.links:
        other = model.links[first].related_model
        return value(other, {handed})
    raise KeyError(name)
"""
STATES = """
def reached(table, states):
    todo = set(states)
    while todo:
        state = todo.pop()
        new = table[state]{less}
        todo.update(new)
        {keep}
    return states
"""


def _codes(text: str) -> list[str]:
    (report,) = check(text).files
    assert report.fault is None
    return [one.code for one in report.findings]


@pytest.mark.parametrize(
    ("step", "more", "codes"),
    [
        ("number += 1", ", number", []),
        ("number += 1", ", f'p{number}'", []),
        ("number += 1", "", ["HC103"]),
        ("number = 1", ", number", ["HC103"]),
    ],
)
def test_a_question_with_a_number_that_is_counted_up_is_new(
    step: str, more: str, codes: list[str]
) -> None:
    assert _codes(PAGES.format(step=step, more=more)) == codes


@pytest.mark.parametrize(
    ("step", "codes"), [("place += head.size + 8", []), ("place = head.follows", ["HC103"])]
)
def test_a_place_that_is_moved_by_more_than_is_said_lies_further_on(
    step: str, codes: list[str]
) -> None:
    assert _codes(PLACES.format(step=step)) == codes


@pytest.mark.parametrize(
    ("apart", "handed", "codes"),
    [
        ("first, _, rest = name.partition('__')", "rest", []),
        ("first, rest = name.split('.', 1)", "(rest)", []),
        ("first, rest = cut(name)", "rest", ["HC202"]),
    ],
)
def test_a_text_that_is_taken_apart_gets_shorter(apart: str, handed: str, codes: list[str]) -> None:
    assert _codes(FIELDS.format(apart=apart, handed=handed)) == codes


@pytest.mark.parametrize(
    ("less", "keep", "codes"),
    [
        (".difference(states)", "states.update(new)", []),
        (" - states", "states.update(new)", []),
        ("", "states.update(new)", ["HC103"]),
    ],
)
def test_what_is_taken_out_of_those_that_were_seen_is_no_news(
    less: str, keep: str, codes: list[str]
) -> None:
    assert _codes(STATES.format(less=less, keep=keep)) == codes
