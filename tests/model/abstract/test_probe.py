"""Built-in code is asked with samples what it takes."""

import pytest

from haltcheck.model.abstract import kind as k
from haltcheck.model.abstract.probe import (
    Refusal,
    refused_by,
    refused_method,
    refused_operator,
)
from haltcheck.model.abstract.value import Known, Number, Thing
from haltcheck.model.term import Integer, Variable

ONE, ANY_INT = Number(Integer(1)), Number(Variable("n"))
TEXT, NEW_LIST, ANYTHING = Thing("s", k.STR), Thing("l", k.LIST, new=True), Thing("x", k.ANY)


@pytest.mark.parametrize(
    ("name", "values", "refusal"),
    [
        ("len", [TEXT], Refusal.NEVER),
        ("len", [ONE], Refusal.ALWAYS),
        ("len", [ANY_INT], Refusal.PERHAPS),
        ("len", [ANYTHING], Refusal.NEVER),
        ("len", [], Refusal.ALWAYS),
        ("open", [ONE], Refusal.NEVER),
    ],
)
def test_functions(name: str, values: list, refusal: Refusal) -> None:
    assert refused_by(name, values) is refusal


@pytest.mark.parametrize(
    ("receiver", "name", "values", "refusal"),
    [
        (TEXT, "replace", [Known("a"), Known("b")], Refusal.NEVER),
        (Known("a"), "replace", [Known("a")], Refusal.ALWAYS),
        (TEXT, "partition", [TEXT], Refusal.PERHAPS),
        # That a list is empty is told by its length, not by samples.
        (NEW_LIST, "pop", [], Refusal.NEVER),
        (NEW_LIST, "add", [ONE], Refusal.ALWAYS),
        (ANYTHING, "add", [ONE], Refusal.NEVER),
    ],
)
def test_methods(receiver, name: str, values: list, refusal: Refusal) -> None:  # type: ignore[no-untyped-def]
    assert refused_method(receiver, name, values) is refusal


def test_a_view_is_neither_a_dictionary_nor_a_set() -> None:
    view, table, unique = Thing("v", k.VIEW, new=True), Thing("d", k.DICT, new=True), Known(())
    assert refused_operator("-", view, unique) is Refusal.PERHAPS
    assert refused_operator("-", table, unique) is Refusal.ALWAYS


def test_some_sets_can_be_hashed() -> None:
    assert refused_by("hash", [Thing("s", k.SET, new=True)]) is Refusal.PERHAPS


def test_operators() -> None:
    assert refused_operator("<<", ONE, Known(1.0)) is Refusal.ALWAYS
    assert refused_operator("+", TEXT, TEXT) is Refusal.NEVER
    assert refused_operator("+", TEXT, ANY_INT) is Refusal.PERHAPS
    assert refused_operator("%", TEXT, ANY_INT) is Refusal.NEVER
